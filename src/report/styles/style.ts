import { answerStyle } from "./answer-style.ts";
import { areaStyle } from "./area-style.ts";
import { coloursStyle } from "./colours-style.ts";
import { downloadsStyle } from "./downloads-style.ts";
import { exploreStyle } from "./explore-style.ts";
import { fonts } from "./fonts-style.ts";
import { frameStyle } from "./frame-style.ts";
import { glossaryStyle } from "./glossary-style.ts";
import { indicatorStyle } from "./indicator-style.ts";
import { peopleStyle } from "./people-style.ts";
import { printStyle } from "./print-style.ts";
import { returnStyle } from "./return-style.ts";

const base = `*, *::before, *::after { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; scroll-padding-top: 1rem; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.0625rem/1.55 Arimo, sans-serif; overflow-wrap: break-word; }
.wide { max-width: 67rem; margin: 0 auto; padding: 0 1rem; }
h1, h2, h3 { line-height: 1.2; text-wrap: balance; }
h1 { font-size: clamp(1.7rem, 1.2rem + 2.2vw, 2.5rem); margin: 1.5rem 0 .75rem; }
h2 { font-size: 1.5rem; margin: 2.5rem 0 .75rem; }
h3 { font-size: 1.15rem; margin: 1.5rem 0 .5rem; }
p, ul, ol, dl { margin: 0 0 1rem; }
p, li, dd, dt { max-width: 44rem; }
a { color: var(--link); text-underline-offset: .15em; }
a:hover { text-decoration-thickness: .15em; }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; box-shadow: 0 0 0 6px #1d1d1d; border-radius: 2px; }
main:focus { outline: none; box-shadow: none; }
code { font-family: ui-monospace, "Liberation Mono", Consolas, monospace; font-size: .88em; overflow-wrap: anywhere; }
.small { font-size: .875rem; }
.lead { font-size: 1.2rem; line-height: 1.5; }
.plain { list-style: none; padding: 0; }
.unseen { position: absolute; width: 1px; height: 1px; margin: -1px; padding: 0; overflow: hidden; clip-path: inset(50%); white-space: nowrap; border: 0; }
.skip { position: absolute; left: 1rem; top: -4rem; background: var(--paper); color: var(--link); padding: .5rem 1rem; z-index: 1; }
.skip:focus { top: .5rem; }

.head { background: var(--brand); color: var(--on-brand); padding: .75rem 0; }
.head a { color: inherit; }
.head .report { margin: 0 0 .25rem; font-weight: 600; max-width: none; }
.head .report a { text-decoration: none; }
.head .report a:hover { text-decoration: underline; }
.menu ul { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; list-style: none; margin: 0; padding: 0; }
.menu a { display: inline-block; padding: .25rem 0; }
.menu [aria-current] { font-weight: 700; text-decoration: none; border-bottom: 3px solid currentColor; }
.foot { background: var(--tint); border-top: 1px solid var(--line); margin-top: 3rem; padding: 1.5rem 0; }
.foot p, .foot li { max-width: 60rem; }
.year { font-weight: 400; color: var(--soft); }
.crumbs ol, .jump ol, .jump ul { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; }
.crumbs { margin-top: 1rem; font-size: .9375rem; }
.crumbs ol { gap: .25rem .6rem; margin: 0; }
.crumbs li:not(:last-child)::after { content: "/"; margin-left: .6rem; color: var(--soft); }
.jump { background: var(--tint); padding: 1rem; margin: 2rem 0; border-radius: 4px; }
.jump.list ul { display: block; columns: 24rem; }
.jump.list li { break-inside: avoid; margin-bottom: .35rem; }
.jump h2 { margin: 0 0 .5rem; }
.jump ol, .jump ul { margin: 0; }

.badge { display: inline-flex; gap: .5rem; align-items: baseline; color: var(--steady); line-height: 1.3; }
.badge .sign { flex: none; align-self: flex-start; margin-top: .15em; }
.badge .temperature { color: var(--soft); display: block; font-size: .875rem; }
.cooling, .easing { color: var(--cooling); }
.heating, .warming { color: var(--heating); }
.steady { color: var(--steady); }
.mixed { color: var(--mixed); }
.unclear, .no-reading { color: var(--unknown); }
.verdict .badge { border: 1px solid currentColor; border-radius: 4px; padding: .4rem .75rem; font-size: 1.1rem; }
.verdict .badge .temperature { display: inline; font-size: 1rem; }
.sign { width: .875em; height: .875em; }

.scroll { position: relative; overflow-x: auto; container-type: inline-size; margin: 0 0 1.25rem; }
table { border-collapse: collapse; width: 100%; font-size: .9375rem; font-variant-numeric: tabular-nums; }
caption { text-align: left; font-weight: 600; padding: .25rem 0 .5rem; }
.scroll caption { position: sticky; left: 0; max-width: 100cqi; }
th, td { text-align: left; vertical-align: top; padding: .5rem .75rem .5rem 0; border-bottom: 1px solid var(--line); }
thead th { border-bottom: 2px solid var(--soft); vertical-align: bottom; }
tbody th { font-weight: 600; }
tbody th.by { font-weight: 400; }
th.number, td.number { text-align: right; padding-right: 0; padding-left: .75rem; white-space: nowrap; }
td.words { min-width: 14rem; padding-left: .75rem; }
tbody th.brief { white-space: nowrap; }
.item { display: inline-block; }
.matrix { min-width: 60rem; table-layout: fixed; font-size: .8125rem; }
.matrix thead th { font-size: .75rem; }
.matrix thead th:first-child { width: 11rem; }
.matrix td, .matrix th { padding-right: .4rem; }
.matrix tbody th { font-size: .875rem; }
.matrix td .sign { display: block; margin: .15rem 0; }
.matrix td .small { display: block; font-size: .75rem; font-weight: 400; }
.stacked { display: none; }
@media screen and (max-width: 64rem) {
  .tabled { display: none; }
  .stacked { display: block; }
}
.stacked > ul { columns: 16rem; margin: 0 0 1rem; }
.stacked details li { padding: .35rem 0; }
.stacked details li li { padding: 0; }
.matrix .measured { color: var(--cooling); font-weight: 600; }
.matrix .partly { color: var(--heating); font-weight: 600; }
.matrix .not-collected { color: var(--soft); }
.legend { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .35rem 1.5rem; }

.empty { background: var(--tint); padding: .75rem 1rem; border-left: 4px solid var(--soft); }
details { margin: 0 0 1rem; }
summary { cursor: pointer; color: var(--link); font-weight: 600; padding: .25rem 0; }
details[open] > summary { margin-bottom: .5rem; }
dt { font-weight: 600; }
dd { margin: 0 0 .25rem; }
.missing { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(24rem, 100%), 1fr)); gap: .25rem 2rem; }
.missing > div, .notes > div, .measures > div { margin-bottom: .9rem; }
.measures code { font-weight: 400; }
.formula { color: var(--soft); font-size: .9375rem; }
.facts > div { display: grid; grid-template-columns: 12rem 1fr; gap: 0 1rem; padding: .4rem 0; border-bottom: 1px solid var(--line); }
.facts dd { grid-column: 2; min-width: 0; overflow-wrap: anywhere; }

.short { list-style: none; padding: 0; display: grid; grid-template-columns: repeat(auto-fit, minmax(min(18rem, 100%), 1fr)); gap: 1rem; }
.short li { background: var(--tint); padding: 1rem; border-radius: 4px; max-width: none; }
.short h3 { margin: 0 0 .5rem; font-size: 1.05rem; }
.short p { margin: .5rem 0 0; }
.breakdown { border-top: 3px solid var(--rule); margin-top: 3rem; }
.breakdown > h2 { margin-top: 1rem; }
.headline { font-size: 1.3rem; line-height: 1.4; font-weight: 600; text-wrap: pretty; max-width: 48rem; }
.figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(13rem, 100%), 1fr)); gap: 1rem; }
.figures > div { background: var(--tint); padding: .75rem 1rem; border-radius: 4px; }
.figures dd { margin: 0; }
.figures dt { font-weight: 400; color: var(--soft); font-size: .9375rem; }
.figures dd > span { display: block; }
.figures .big {  font-size: 1.6rem; font-weight: 700; line-height: 1.25; }
.figures .small { color: var(--soft); overflow-wrap: anywhere; }
.headcount { border-left: 4px solid var(--heating); padding: .5rem 0 .5rem 1rem; font-size: 1.1rem; }
.charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(28rem, 100%), 1fr)); gap: 1.5rem; margin: 1.5rem 0; }
.chart { margin: 0; border: 1px solid var(--line); border-radius: 4px; padding: 1rem; background: var(--paper); min-width: 0; }
.chart.full { margin-bottom: 1.5rem; }
.columns { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(24rem, 100%), 1fr)); gap: 0 2rem; }
.finding { display: block; font-size: 1.1rem; line-height: 1.3; margin: 0; text-wrap: balance; }
.subtitle { display: block; color: var(--soft); font-size: .9375rem; margin: .25rem 0 .5rem; }
.picture { forced-color-adjust: none; background: var(--chart-paper); border-radius: 3px; }
.picture svg { display: block; width: 100%; max-width: 33rem; height: auto; margin: 0 auto; }
.full .picture svg { margin: 0; }
.key { font-size: .9375rem; color: var(--soft); margin: .5rem 0; }
.chart details { margin: 0; }

@media (max-width: 40rem) {
  .chart { padding: .75rem 0; border-left: 0; border-right: 0; border-radius: 0; }
  .facts > div { grid-template-columns: 1fr; }
  .facts dd { grid-column: 1; }
}
@media (forced-colors: active) {
  .badge, .verdict .badge, .empty, .headcount { border-color: CanvasText; }
}
`;

/** The report's stylesheet, topic by topic. */
export const style = [
  coloursStyle,
  base,
  frameStyle,
  answerStyle,
  indicatorStyle,
  peopleStyle,
  areaStyle,
  returnStyle,
  glossaryStyle,
  fonts,
  exploreStyle,
  downloadsStyle,
  printStyle,
].join("\n");
