import { addressOf, MOST_ROWS } from "../api";
import { gbt7714, today } from "../export/citation";
import { ofAnswer, permalinkOf } from "../export/cited-answer";
import { download, textFile } from "../export/download";
import { language } from "../language";
import type { Question } from "../location";
import { say } from "../say";
import { sentence } from "../sentence";
import { statements } from "../statements";
import type { Answer, Contract } from "../types";
import { evidenceOfRows, hasChart } from "./chart";
import { Citations } from "./cite";
import { Copy } from "./copy";
import { Menu } from "./menu";

interface Props {
  readonly place: Question;
  readonly contract: Contract;
  readonly answer: Answer;
  readonly subject: string;
}

/** The answer as files and as a citation, and the address that comes back to it. */
export function Exports({ place, contract, answer, subject }: Props) {
  const isDrawn = hasChart(contract);
  const formats = ["csv", "json", ...(contract.header.shape === "graph" ? ["graphml"] : []), ...(isDrawn ? ["svg"] : [])];
  const cited = ofAnswer(contract, answer, subject, place);
  const link = (): string => permalinkOf(contract, answer, place);
  const address = (format: string): string => addressOf(`/v1/q/${contract.id}`, { ...place.params, format: [format], lang: [language()], limit: [String(MOST_ROWS)] });
  const chart = async (): Promise<string> => (await fetch(address("svg"))).text();
  const savePng = async (): Promise<void> => download(`${contract.id}.png`, await (await import("../export/png")).png(await chart()));
  const save = async (): Promise<void> => {
    const [{ page }, { pictured }] = await Promise.all([import("../export/page"), import("../export/pictured")]);
    const stated = await statements(evidenceOfRows(answer, answer.data));
    const made = page({
      contract,
      answer,
      subject,
      sentence: sentence(contract, answer, subject),
      statements: stated,
      picture: isDrawn ? await chart() : pictured(contract, answer, stated),
      citation: gbt7714(cited, today()),
      permalink: link(),
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
          {isDrawn && (
            <li>
              <button type="button" onClick={() => void savePng()}>
                PNG
              </button>
            </li>
          )}
          <li>
            <button type="button" onClick={() => void save()}>
              {say("page")}
            </button>
          </li>
        </ul>
      </Menu>
      <Copy text={link} label={say("permalink")} />
      <Citations cited={cited} />
    </>
  );
}
