import { useEffect, useRef, useState } from "preact/hooks";
import { say } from "../say";
import { isDark } from "../dark";
import type { Graph, GraphEdge } from "./model";
import type { Positions } from "./layout";
import type { Drawn } from "./webgl";

interface Props {
  readonly graph: Graph;
  readonly picked: string | null;
  readonly pick: (id: string) => void;
  readonly open: (edge: GraphEdge) => void;
  /** Hears how to find where the nodes stand, for pictures. */
  readonly drawn: (positions: () => Positions) => void;
}

const ZOOM = 1.5;

/** A large graph. The table beside it is the way for those who cannot point. */
export function WebglGraph({ graph, picked, pick, open, drawn }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const hand = useRef<Drawn | null>(null);
  const [isReady, setReady] = useState(false);
  useEffect(() => {
    let isWanted = true;
    setReady(false);
    void import("./webgl").then(({ draw }) => {
      if (!isWanted || !box.current) return;
      hand.current = draw(graph, box.current, isDark(), { pick, open });
      drawn(hand.current.positions);
      setReady(true);
    });
    return () => {
      isWanted = false;
      hand.current?.end();
      hand.current = null;
    };
  }, [graph]);
  useEffect(() => hand.current?.pick(picked), [picked, isReady]);
  return (
    <div class="canvas">
      <div ref={box} class="webgl" role="img" aria-label={say("graphOf", { n: graph.nodes.size, m: graph.edges.size })} data-ready={isReady} />
      <div class="zoom">
        <button type="button" onClick={() => hand.current?.zoom(ZOOM)} aria-label={say("zoomIn")}>
          +
        </button>
        <button type="button" onClick={() => hand.current?.zoom(1 / ZOOM)} aria-label={say("zoomOut")}>
          −
        </button>
        <button type="button" onClick={() => hand.current?.zoom(null)}>
          {say("zoomFit")}
        </button>
      </div>
    </div>
  );
}
