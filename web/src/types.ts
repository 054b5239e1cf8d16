// What the API answers with. Names are those of its OpenAPI document.

export type Language = "zh" | "en";
export type Bilingual = Readonly<Record<Language, string>>;
export type Cell = string | number | boolean | null | readonly Cell[] | { readonly [key: string]: Cell };
export type Row = Readonly<Record<string, Cell>>;

export interface Column {
  readonly name: string;
  readonly type: string;
  readonly label: string;
  readonly unit: string | null;
  readonly role: string | null;
}

export interface Answer {
  readonly data: readonly Row[];
  readonly columns: readonly Column[];
  readonly page: { readonly limit: number | null; readonly next: string | null; readonly truncated: boolean };
  readonly query: { readonly id: string; readonly version: number; readonly hash: string };
  readonly graph: { readonly version: number };
  readonly params: Readonly<Record<string, Cell>>;
  readonly warnings: readonly string[];
}

export interface QuerySummary {
  readonly id: string;
  readonly status: string;
  readonly title: string;
  readonly description: string;
  readonly ask: readonly string[];
  readonly tags: readonly string[];
  readonly shape: "rows" | "graph" | "scalar";
}

export interface TagInfo {
  readonly tag: string;
  readonly label: string;
  readonly queries: number;
}

export interface Parameter {
  readonly type: string;
  readonly description: Bilingual;
  readonly example: Cell;
  readonly required: boolean;
  readonly default?: Cell;
  readonly min?: number | string;
  readonly max?: number | string;
  readonly enum?: Readonly<Record<string, Bilingual>>;
  readonly values_from?: string;
}

export interface View {
  readonly kind: "table" | "graph" | "timeline" | "dumbbell" | "matrix" | "sankey";
  /** Of a matrix. */
  readonly row?: string;
  readonly column?: string;
  readonly value?: string;
  readonly group?: string | null;
  readonly comparator?: string | null;
  readonly unit?: string | null;
}

export interface Header {
  readonly version: number;
  readonly title: Bilingual;
  readonly description: Bilingual;
  readonly ask: Readonly<Record<Language, readonly string[]>>;
  readonly params: Readonly<Record<string, Parameter>>;
  readonly returns: Readonly<Record<string, { readonly type: string; readonly role?: string }>>;
  readonly shape: "rows" | "graph" | "scalar";
  readonly order_by: readonly string[];
  readonly view: View;
  readonly evidence?: string | { readonly none: Bilingual };
  readonly examples: readonly { readonly params: Readonly<Record<string, Cell>> }[];
}

export interface Contract {
  readonly id: string;
  readonly hash: string;
  readonly header: Header;
  readonly values: Readonly<Record<string, string>>;
  readonly cypher: string;
}

export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly label_zh: string;
  readonly label_en: string | null;
  readonly aliases: readonly string[];
  readonly pinyin: string;
  readonly count: number | null;
  readonly match: string | null;
}

export interface NodeRef {
  readonly id: string;
  readonly label: string;
  readonly name: string;
}

export interface Neighbours {
  readonly type: string;
  readonly outgoing: boolean;
  readonly label: string;
  readonly count: number;
}

export interface DocumentRef {
  readonly id: string;
  readonly title: string;
  readonly source: string;
  readonly publisher: string | null;
  readonly published_on: string | null;
}

export interface Statement {
  readonly id: string;
  readonly type: string;
  readonly subject: NodeRef;
  readonly object: NodeRef;
  readonly modality: string;
  readonly quote: string;
  readonly start: number;
  readonly end: number;
  readonly passage: { readonly id: string; readonly text: string; readonly section: string };
  readonly document: DocumentRef;
}

export interface Thing extends NodeRef {
  readonly properties: Readonly<Record<string, Cell>>;
  readonly neighbours: readonly Neighbours[];
  readonly statements: readonly Statement[];
  readonly statements_truncated: boolean;
}

export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly kind: "mention" | "statement" | "claim";
  readonly id: string;
  readonly label: string;
  readonly name: string;
}

export interface DocumentText {
  readonly id: string;
  readonly properties: Readonly<Record<string, Cell>>;
  readonly text: string;
  readonly marks: readonly Mark[];
}

export interface Hit extends NodeRef {
  readonly match: string;
  readonly text: string;
  readonly highlights: readonly (readonly [number, number])[];
  readonly document: DocumentRef | null;
}

export interface GraphCounts {
  readonly version: number;
  readonly nodes: Readonly<Record<string, number>>;
  readonly relationships: Readonly<Record<string, number>>;
}

export interface PathNode extends NodeRef {
  readonly properties: Readonly<Record<string, Cell>>;
}

export interface PathEdge {
  readonly type: string;
  readonly start: string;
  readonly end: string;
  readonly properties: Readonly<Record<string, Cell>>;
}

export interface Path {
  readonly nodes: readonly PathNode[];
  readonly relationships: readonly PathEdge[];
}

/** What a question in people's words may mean. */
export interface Meaning {
  readonly query: string;
  readonly title: string;
  readonly question: string;
  readonly params: Readonly<Record<string, Cell>>;
  readonly missing: readonly string[];
}

export interface Meanings {
  readonly meaning: Meaning | null;
  readonly alternatives: readonly Meaning[];
}
