import { colour, language, speak, theme, type Theme } from "../language";
import { say } from "../say";
import { Link } from "./link";
import { Search } from "./search";
import type { Place } from "../location";

interface Props {
  readonly place: Place;
  readonly restart: () => void;
}

const NEXT: Readonly<Record<Theme, Theme>> = { auto: "light", light: "dark", dark: "auto" };

export function Header({ place, restart }: Props) {
  const other = language() === "zh" ? "en" : "zh";
  const themes = { auto: say("themeAuto"), light: say("themeLight"), dark: say("themeDark") };
  const change = (act: () => void): void => {
    act();
    restart();
  };
  return (
    <header class="top">
      <a class="skip" href="#main">
        {say("skip")}
      </a>
      <Link to={{ view: "home" }} class="brand">
        <img src="/static/zhitu.svg" alt="" width="28" height="28" /> {say("title")}
      </Link>
      <Search />
      <nav aria-label={say("home")}>
        <Link to={{ view: "boards", board: null }} current={place.view === "boards"}>
          {say("boards")}
        </Link>
        <a href="/docs">{say("api")}</a>
        <button type="button" lang={other === "zh" ? "zh-CN" : "en"} onClick={() => change(() => speak(other))}>
          {say("language")}
        </button>
        <button type="button" onClick={() => change(() => colour(NEXT[theme()]))} aria-label={`${say("theme")}: ${themes[theme()]}`} title={`${say("theme")}: ${themes[theme()]}`}>
          <span aria-hidden="true">{{ auto: "◐", light: "☀", dark: "☾" }[theme()]}</span>
        </button>
      </nav>
    </header>
  );
}
