// An answer as one HTML file that needs nothing else: the sentence, the rows, the graph, and every statement's words.

import { evidenceOf, shown, text } from "../columns";
import { language, pick } from "../language";
import { modalityName, relationName } from "../kinds";
import { say } from "../say";
import type { Answer, Contract, Statement } from "../types";
import { escaped } from "./markup";

export interface Exported {
  readonly contract: Contract;
  readonly answer: Answer;
  readonly sentence: string;
  readonly subject: string;
  readonly statements: readonly Statement[];
  /** An SVG document, whose words are escaped by who drew it. */
  readonly picture: string;
  readonly citation: string;
  readonly permalink: string;
}

const STYLE = `:root{color-scheme:light dark}body{max-width:70rem;margin:2rem auto;padding:0 1rem;font:16px/1.6 "Noto Sans CJK SC","Source Han Sans SC","PingFang SC","Microsoft YaHei",system-ui,sans-serif}
table{border-collapse:collapse;width:100%}th,td{border:1px solid #8888;padding:.3rem .5rem;text-align:left;vertical-align:top}th{white-space:nowrap}blockquote{margin:.2rem 0;padding-left:.8rem;border-left:3px solid #0b8a7a}figure{margin:1rem 0;overflow-x:auto}.where{opacity:.8;font-size:.9em}li{margin:.8rem 0}`;

/** The file. It may load nothing and run nothing: its own policy says so. */
export function page(exported: Exported): string {
  const { contract, answer, sentence, subject, statements, picture, citation, permalink } = exported;
  const title = escaped(pick(contract.header.title) + (subject ? ` · ${subject}` : ""));
  return `<!doctype html>
<html lang="${language() === "zh" ? "zh-CN" : "en"}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>${title}</h1>
<p><strong>${escaped(sentence)}</strong></p>
${picture && `<figure>${picture}</figure>`}
${rows(contract, answer, statements)}
<h2>${escaped(say("statements"))}</h2>
<ol>
${statements.map(stated).join("\n")}
</ol>
<p class="where">${escaped(citation)}<br>${escaped(permalink)}<br>${escaped(say("graphVersion", { n: answer.graph.version }))}</p>
</body>
</html>
`;
}

function rows(contract: Contract, answer: Answer, statements: readonly Statement[]): string {
  const columns = shown(answer);
  const numbers = new Map(statements.map((each, at) => [each.id, at + 1]));
  const head = [...columns.map(({ label }) => label), say("evidence")].map((label) => `<th scope="col">${escaped(label)}</th>`).join("");
  const body = answer.data.map((row) => {
    const cells = columns.map(({ column }) => `<td>${escaped(text(row[column.name], column, contract))}</td>`).join("");
    const evidence = evidenceOf(answer, row).flatMap((id) => numbers.get(id) ?? []);
    return `<tr>${cells}<td>${evidence.map((n) => `<a href="#s${n}">${n}</a>`).join(" ")}</td></tr>`;
  });
  return `<table>\n<thead><tr>${head}</tr></thead>\n<tbody>\n${body.join("\n")}\n</tbody>\n</table>`;
}

function stated(each: Statement, at: number): string {
  const { document, passage } = each;
  const where = [document.title, passage.section, document.published_on ?? say("noDate"), document.source].filter((part) => part !== "");
  return `<li id="s${at + 1}">${escaped(each.subject.name)} <strong>${escaped(relationName(each.type))}</strong> ${escaped(each.object.name)} (${escaped(modalityName(each.modality))})
<blockquote>${escaped(each.quote)}</blockquote>
<p class="where">${escaped(where.join(" · "))}</p></li>`;
}
