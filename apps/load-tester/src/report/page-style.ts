/** The look of the report, light or dark as the reader's system is. */
export const PAGE_STYLE = `
:root { color-scheme: light dark; --paper: #fbfbf9; --card: #fff; --ink: #1c2024; --faint: #62686e; --rule: #e4e5e2;
  --first: #0b6fb8; --second: #d0570b; --third: #138a63; --fourth: #8a4fb5; --good: #12744f; --bad: #b3261e; --good-paper: #e5f4ec; --bad-paper: #fbe9e7; }
@media (prefers-color-scheme: dark) { :root { --paper: #14171a; --card: #1c2024; --ink: #e9ebec; --faint: #9aa2a9; --rule: #31373c;
  --first: #5fb2ee; --second: #f2965a; --third: #54c79c; --fourth: #c39ae6; --good: #6fd3a4; --bad: #ff8a80; --good-paper: #173127; --bad-paper: #3a1f1d; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 15px/1.45 system-ui, "Segoe UI", Roboto, "Helvetica Neue", sans-serif; }
main { max-width: 1180px; margin: 0 auto; padding: 32px 24px 56px; }
header { display: flex; flex-wrap: wrap; gap: 8px 20px; align-items: baseline; justify-content: space-between; }
h1 { font-size: 26px; margin: 0; letter-spacing: -.01em; }
h2 { font-size: 18px; margin: 36px 0 12px; }
h3 { font-size: 15px; margin: 0; }
p { margin: 4px 0; }
.faint, figcaption p, .tile span { color: var(--faint); }
.verdict { border-radius: 999px; padding: 4px 14px; font-weight: 600; }
.verdict.good { background: var(--good-paper); color: var(--good); }
.verdict.bad { background: var(--bad-paper); color: var(--bad); }
.tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(112px, 1fr)); gap: 10px; margin: 22px 0 12px; }
.tile, figure { background: var(--card); border: 1px solid var(--rule); border-radius: 10px; }
.tile { padding: 10px 12px; }
.tile strong { display: block; font-size: 20px; white-space: nowrap; font-variant-numeric: tabular-nums; letter-spacing: -.01em; }
.tile span { font-size: 13px; }
.tile.bad strong { color: var(--bad); }
.charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 480px), 1fr)); gap: 16px; }
.stack { display: flex; flex-direction: column; gap: 16px; } .stack figure:last-child { flex: 1; }
figure { margin: 0; padding: 14px 16px 12px; display: flex; flex-direction: column; }
figcaption p { font-size: 13px; margin: 0 0 8px; }
svg { display: block; width: 100%; height: auto; }
.tick { fill: var(--faint); font-size: 11.5px; font-variant-numeric: tabular-nums; }
.grid { stroke: var(--rule); }
.line { fill: none; stroke: currentColor; stroke-width: 1.8; stroke-linejoin: round; }
.area { fill: currentColor; opacity: .1; }
circle { fill: currentColor; }
.hover { fill: transparent; } .hover:hover { fill: var(--ink); fill-opacity: .06; }
.c1 { color: var(--first); } .c2 { color: var(--second); } .c3 { color: var(--third); } .c4 { color: var(--fourth); }
.legend { list-style: none; display: flex; flex-wrap: wrap; gap: 2px 18px; margin: auto 0 0; padding: 4px 0 0; font-size: 13px; }
.legend li::before { content: ""; display: inline-block; width: 14px; height: 3px; margin: 0 6px 3px 0; border-radius: 2px; background: currentColor; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
th, td { text-align: left; padding: 5px 10px 5px 0; border-bottom: 1px solid var(--rule); font-weight: 400; }
thead th { color: var(--faint); font-size: 13px; }
.number { text-align: right; white-space: nowrap; }
.scroll { overflow-x: auto; }
.bars th[scope] { white-space: nowrap; font-size: 13px; } .track { width: 45%; padding-right: 0; }
.bar { display: block; height: 9px; min-width: 1px; border-radius: 3px; background: var(--first); }
.differs th, .differs td, .broken { color: var(--bad); } .differs .bar { background: var(--bad); }
.none { color: var(--faint); margin: auto; text-align: center; }
.findings { font: 13px/1.5 ui-monospace, "SF Mono", Menlo, Consolas, monospace; overflow-wrap: anywhere; padding-left: 18px; }
@media print { body { background: #fff; } figure, .tile { break-inside: avoid; } }
`;
