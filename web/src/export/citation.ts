// How a document, and an answer, are cited. Source: GB/T 7714-2015, 8.6 (electronic resources); BibTeX's `misc`.

import type { DocumentRef } from "../types";

export interface Cited {
  readonly author: string;
  readonly title: string;
  readonly published: string;
  readonly place: string;
  readonly key: string;
}

/** What a document is cited by. Its source is an address of the web, or else the file that was loaded. */
export function ofDocument(document: DocumentRef, section: string, permalink: string): Cited {
  return {
    author: document.publisher ?? "",
    title: document.title + (section ? `：${section}` : ""),
    published: document.published_on ?? "",
    place: /^https?:/.test(document.source) ? document.source : permalink,
    key: document.id.replace(/\W+/g, "-"),
  };
}

/** `吉林省人民政府. 某方案[EB/OL]. (2020-03-02)[2026-11-27]. http://….` */
export function gbt7714(cited: Cited, accessed: string): string {
  const author = cited.author ? `${cited.author}. ` : "";
  const published = cited.published ? `(${cited.published})` : "";
  return `${author}${cited.title}[EB/OL]. ${published}[${accessed}]. ${cited.place}.`;
}

/** An entry whose braces and backslashes are escaped, so that no title ends it early. */
export function bibtex(cited: Cited, accessed: string): string {
  const fields: readonly (readonly [string, string])[] = [
    ["author", cited.author ? `{${escaped(cited.author)}}` : ""],
    ["title", escaped(cited.title)],
    ["date", cited.published],
    ["year", cited.published.slice(0, 4)],
    ["url", cited.place],
    ["urldate", accessed],
    ["langid", "chinese"],
  ];
  const lines = fields.filter(([, value]) => value !== "").map(([name, value]) => `  ${name} = {${value}},`);
  return `@misc{${cited.key},\n${lines.join("\n")}\n}\n`;
}

/** Today, as a citation gives the day of reading. */
export const today = (): string => new Date().toISOString().slice(0, 10);

const escaped = (text: string): string => text.replace(/[\\{}]/g, (sign) => ({ "\\": "\\textbackslash{}", "{": "\\{", "}": "\\}" })[sign] ?? sign);
