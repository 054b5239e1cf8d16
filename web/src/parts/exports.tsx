import { addressOf } from "../api";
import { evidenceOf } from "../columns";
import { gbt7714, today } from "../export/citation";
import { ofAnswer, permalink } from "../export/cited-answer";
import { download, textFile } from "../export/download";
import { language } from "../language";
import type { Question } from "../location";
import { say } from "../say";
import { sentence } from "../sentence";
import { statements } from "../statements";
import type { Answer, Contract } from "../types";
import { Copy } from "./copy";
import { Menu } from "./menu";

interface Props {
  readonly place: Question;
  readonly contract: Contract;
  readonly answer: Answer;
  readonly subject: string;
}

const ALL = "10000"; // rows: what the server gives at most

/** The answer as files, and the address that comes back to it. */
export function Exports({ place, contract, answer, subject }: Props) {
  const formats = contract.header.shape === "graph" ? ["csv", "json", "graphml"] : ["csv", "json"];
  const address = (format: string): string => addressOf(`/v1/q/${contract.id}`, { ...place.params, format: [format], lang: [language()], limit: [ALL] });
  const save = async (): Promise<void> => {
    const { page } = await import("../export/page");
    const ids = [...new Set(answer.data.flatMap((row) => evidenceOf(answer, row)))];
    const made = page({
      contract,
      answer,
      subject,
      sentence: sentence(contract, answer, subject),
      statements: await statements(ids),
      citation: gbt7714(ofAnswer(contract, answer, subject, place), today()),
      permalink: permalink(contract, answer, place),
    });
    download(`${contract.id}.html`, textFile(made, "text/html"));
  };
  return (
    <>
      <Menu label={say("exportAs")}>
        <ul>
          {formats.map((format) => (
            <li key={format}>
              <a href={address(format)} download={`${contract.id}.${format}`}>
                {format === "graphml" ? "GraphML" : format.toUpperCase()}
              </a>
            </li>
          ))}
          <li>
            <button type="button" onClick={() => void save()}>
              {say("page")}
            </button>
          </li>
        </ul>
      </Menu>
      <Copy text={() => permalink(contract, answer, place)} label={say("permalink")} />
    </>
  );
}
