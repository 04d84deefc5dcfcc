/** Of the report in HTML: light and dark by the reader's choice, wide and narrow, and on paper. */
export const REPORT_STYLE = `:root { color-scheme: light dark; --ground: #fff; --ink: #1a1a1a; --soft: #555; --rule: #8a8a8a; --faint: #e4e4e4;
  --panel: #f6f6f6; --link: #0b57a4; --s0: #0072b2; --s1: #d55e00; --s2: #00875f; --s3: #b0578d; }
@media (prefers-color-scheme: dark) { :root { --ground: #121212; --ink: #ececec; --soft: #b4b4b4; --rule: #7d7d7d; --faint: #333;
  --panel: #1d1d1d; --link: #7ab8f5; --s0: #56b4e9; --s1: #f0803c; --s2: #2cc295; --s3: #dd92bd; } }
* { box-sizing: border-box; }
html { scroll-padding-top: 1rem; }
body { margin: 0 auto; padding: 1rem clamp(0.8rem, 3vw, 2.5rem) 4rem; max-width: 78rem; color: var(--ink); background: var(--ground);
  font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; overflow-wrap: break-word; }
a { color: var(--link); }
:focus-visible { outline: 3px solid var(--s1); outline-offset: 2px; }
.skip { position: absolute; left: -99rem; }
.skip:focus { position: static; }
header { max-width: 52rem; margin: 1.5rem 0 2rem; }
.lead { margin: 0; color: var(--soft); }
h1 { margin: 0.2rem 0 0; font-size: clamp(1.35rem, 3.2vw, 1.9rem); line-height: 1.25; }
h2 { margin: 3.2rem 0 1rem; padding-top: 0.6rem; border-top: 1px solid var(--rule); font-size: 1.4rem; line-height: 1.3; }
h3 { margin: 0; font-size: 1.1rem; line-height: 1.35; }
h4 { margin: 0 0 0.3rem; font-size: 0.95rem; line-height: 1.35; overflow-wrap: anywhere; }
main p, main li, dd { max-width: 52rem; }
nav ul { display: flex; flex-wrap: wrap; gap: 0.3rem 1.4rem; margin: 0; padding: 0; list-style: none; }
nav a { display: inline-block; padding: 0.2rem 0; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.35rem 1.4rem; margin: 0 0 1.6rem; }
dt { color: var(--soft); }
dd { margin: 0; overflow-wrap: anywhere; }
@media (max-width: 36rem) { dl { display: block; } dd { margin-bottom: 0.6rem; } }
figure { margin: 1.6rem 0 3rem; }
figcaption p { margin: 0.3rem 0 0.6rem; }
.legend { display: flex; flex-wrap: wrap; gap: 0.15rem 1.4rem; margin: 0 0 1rem; padding: 0; list-style: none; font-size: 0.9rem; }
.legend svg { width: 34px; height: 12px; margin-right: 0.45rem; vertical-align: -1px; overflow: visible; }
.cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, var(--card)), 1fr)); gap: 1.6rem 2rem; align-items: start; }
.stacked { display: block; columns: var(--card); column-gap: 2rem; } .stacked .card { margin-bottom: 1.6rem; break-inside: avoid; }
.card { min-width: 0; max-width: 30rem; }
.wide { max-width: none; }
.wide .drawings { overflow-x: auto; }
.drawing { margin: 0.35rem 0 0; font-size: 0.82rem; line-height: 1.3; color: var(--soft); overflow-wrap: anywhere; }
.card svg { display: block; width: 100%; height: auto; color: var(--ink); }
svg text { fill: currentColor; font-size: 11px; font-variant-numeric: tabular-nums; }
svg path, svg circle { vector-effect: none; }
path { fill: none; }
.axis, .loop { stroke: var(--rule); } .loop { stroke: var(--soft); stroke-width: 1.4; }
.grid { stroke: var(--faint); }
.zero { stroke: var(--soft); }
.target { stroke: var(--s1); stroke-width: 1.6; stroke-dasharray: 5 3; }
.truth { stroke: var(--s1); stroke-width: 1.8; }
.mean { fill: var(--ink); }
.dots { stroke-width: 3.8; stroke-linecap: round; }
.estimate { stroke: var(--s0); } circle.estimate { fill: var(--s0); stroke: none; }
.cross { stroke: var(--soft); stroke-width: 1.1; }
.stick { stroke: var(--s0); stroke-width: 1.4; } .whisker { stroke: var(--s0); stroke-width: 5; stroke-opacity: 0.45; }
.covers { stroke: var(--s0); stroke-width: 0.9; } .misses { stroke: var(--s1); stroke-width: 1.5; } .covers.few { stroke-width: 1.6; } .misses.few { stroke-width: 2.2; }
.band { fill: var(--soft); fill-opacity: 0.22; }
.series { stroke-width: 2; } .series.second { stroke-dasharray: 6 3; }
.series-band { fill-opacity: 0.16; }
.series.s0 { stroke: var(--s0); } .sign.s0, .series-band.s0, .bar.s0 { fill: var(--s0); }
.series.s1 { stroke: var(--s1); } .sign.s1, .series-band.s1, .bar.s1 { fill: var(--s1); }
.series.s2 { stroke: var(--s2); } .sign.s2, .series-band.s2, .bar.s2 { fill: var(--s2); }
.series.s3 { stroke: var(--s3); } .sign.s3, .series-band.s3, .bar.s3 { fill: var(--s3); }
.bar { fill-opacity: 0.35; stroke: var(--ink); stroke-width: 0.8; } .bar.second { stroke-dasharray: 3 2; }
.ground { fill: var(--panel); stroke: var(--rule); stroke-width: 0.8; }
details { margin: 0.8rem 0; }
summary { width: fit-content; padding: 0.2rem 0; color: var(--link); cursor: pointer; }
.data { margin: 0.4rem 0 0; font-size: 0.9rem; }
pre { overflow: auto; max-height: 30rem; margin: 0.4rem 0; padding: 0.8rem; background: var(--panel); font-size: 0.82rem; line-height: 1.4; }
.scroll { overflow-x: auto; margin: 1.2rem 0 2rem; }
table { width: max-content; border-collapse: collapse; border-block: 2px solid var(--rule); font-size: 0.88rem; line-height: 1.35; font-variant-numeric: tabular-nums lining-nums; }
caption { padding-bottom: 0.5rem; font-weight: 600; text-align: left; }
th, td { padding: 0.28rem 0.55rem; text-align: left; vertical-align: top; font-weight: normal; }
th:first-child { padding-left: 0.2rem; }
thead th { border-bottom: 1px solid var(--rule); vertical-align: bottom; color: var(--soft); }
.number { text-align: right; white-space: nowrap; }
th[scope="row"], td { min-width: 3.4rem; }
td:not(.number) { max-width: 24rem; overflow-wrap: break-word; } td code { white-space: nowrap; }
tbody tr + tr > * { border-top: 1px solid var(--faint); }
.error { color: var(--soft); }
@media print { @page { margin: 14mm; } :root { color-scheme: light; --panel: #f6f6f6; --rule: #8a8a8a; --ground: #fff; --ink: #000; --soft: #333; --faint: #ddd; --s0: #0072b2; --s1: #d55e00; --s2: #00875f; --s3: #b0578d; }
  body { max-width: none; padding: 0; font-size: 9.5pt; } nav, .skip, .data, details { display: none; } h2, h3, h4, figcaption, .legend { break-after: avoid; }
  .card, tr { break-inside: avoid; } .cards { grid-template-columns: repeat(auto-fill, minmax(70mm, 1fr)); } .scroll, .wide .drawings { overflow: visible; } .wide { grid-column: 1 / -1; } .wide svg { min-width: 0 !important; } table { width: auto; } td code { white-space: normal; } .stacked { columns: 70mm; }
  table { font-size: 7.5pt; } th, td { padding: 0.15rem 0.35rem; } th[scope="row"], td { min-width: 0; }  svg { print-color-adjust: exact; } a { color: inherit; } }`;
