import { bibtex, gbt7714, ofDocument, today, type Cited } from "../export/citation";
import { write } from "../location";
import { say } from "../say";
import type { DocumentRef } from "../types";
import { Copy } from "./copy";
import { Menu } from "./menu";

interface Props {
  readonly document: DocumentRef;
  readonly section: string;
}

/** The citation of a document. */
export function Cite({ document, section }: Props) {
  const permalink = location.origin + write({ view: "document", id: document.id, statement: null });
  return <Citations cited={ofDocument(document, section, permalink)} />;
}

/** A citation in both forms, to be read and copied. */
export function Citations({ cited }: { readonly cited: Cited }) {
  return (
    <Menu label={say("citation")}>
      <h3>GB/T 7714</h3>
      <p class="citation">{gbt7714(cited, today())}</p>
      <Copy text={() => gbt7714(cited, today())} label={say("copy")} />
      <h3>BibTeX</h3>
      <pre>{bibtex(cited, today())}</pre>
      <Copy text={() => bibtex(cited, today())} label={say("copy")} />
    </Menu>
  );
}
