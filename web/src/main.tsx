import { render } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { language, show } from "./language";
import { onChange, read, write, type Place } from "./location";
import { Header } from "./parts/header";
import { say } from "./say";
import { Boards } from "./views/boards";
import { DocumentView } from "./views/document";
import { Find } from "./views/find";
import { GraphView } from "./views/graph";
import { Home } from "./views/home";
import { PathView } from "./views/path";
import { QuestionView } from "./views/question";
import { ThingView } from "./views/thing";

function App() {
  const [place, setPlace] = useState<Place>(() => read(location.search));
  const [round, setRound] = useState(0);
  const main = useRef<HTMLElement>(null);
  useEffect(() => onChange(() => setPlace(read(location.search))), []);
  const subject = subjectOf(place);
  const isFirst = useRef(true);
  useEffect(() => {
    // A new view is read from its beginning, by eye and by screen reader.
    if (!isFirst.current) {
      scrollTo(0, 0);
      main.current?.focus({ preventScroll: true });
    }
    isFirst.current = false;
  }, [subject]);
  return (
    <div key={`${language()} ${round}`} class="page">
      <Header place={place} restart={() => setRound(round + 1)} />
      <main id="main" tabIndex={-1} ref={main}>
        <View place={place} />
      </main>
    </div>
  );
}

function View({ place }: { readonly place: Place }) {
  switch (place.view) {
    case "home":
      return <Home />;
    case "find":
      return <Find text={place.text} />;
    case "thing":
      return <ThingView id={place.id} />;
    case "document":
      return <DocumentView id={place.id} statement={place.statement} />;
    case "graph":
      return <GraphView place={place} />;
    case "path":
      return <PathView place={place} />;
    case "boards":
      return <Boards board={place.board} />;
    case "question":
      return <QuestionView place={place} />;
  }
}

/** What a place is about, whatever its settings. */
function subjectOf(place: Place): string {
  if (place.view === "question") return place.query;
  if (place.view === "graph") return place.centre;
  if (place.view === "path") return `${place.from} ${place.to}`;
  return write(place);
}

show();
document.title = say("title");
const root = document.getElementById("explorer");
if (root) {
  root.replaceChildren();
  render(<App />, root);
}
