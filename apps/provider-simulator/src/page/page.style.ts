/** Colours keep at least 4.5 : 1 in both schemes (WCAG 2.2, 1.4.3). */
export const pageStyle = `
:root { color-scheme: light dark; --ink: #1c2430; --soft: #4a5565; --paper: #f5f6f8; --sheet: #fff; --line: #c5ccd6; --edge: #6b7686;
  --accent: #0b5a8a; --on-accent: #fff; --good: #dff3e4; --on-good: #14532d; --bad: #fbe3e3; --on-bad: #7f1d1d; --mid: #e6eaf0; --on-mid: #2b3544; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8ecf2; --soft: #b3bdca; --paper: #12161c; --sheet: #1b212a; --line: #3a4453; --edge: #8c98a8;
  --accent: #7cc4f0; --on-accent: #08202f; --good: #173d27; --on-good: #c8f0d4; --bad: #4a1d1d; --on-bad: #fbd5d5; --mid: #2d3643; --on-mid: #dbe2ec; } }
* { box-sizing: border-box; }
body { margin: 0; font: 1rem/1.5 system-ui, "Noto Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif; color: var(--ink); background: var(--paper); }
header, main { max-width: 80rem; margin: 0 auto; padding: 1rem; }
h1 { margin: 0; font-size: 1.75rem; line-height: 1.2; }
h2 { margin: 0 0 .75rem; font-size: 1.25rem; }
h3 { margin: 0; font-size: 1rem; overflow-wrap: anywhere; }
p { margin: 0 0 .75rem; }
a { color: var(--accent); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.skip { position: absolute; left: -100rem; } .skip:focus { left: 1rem; top: .5rem; background: var(--sheet); padding: .5rem 1rem; z-index: 1; }
.hidden-text { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.bar { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; align-items: center; margin: 0; padding: 0; list-style: none; }
.bar a { display: inline-block; padding: .4rem 0; }
.tools { display: flex; flex-wrap: wrap; gap: 0 2rem; align-items: center; } .tools p { margin: 0; }
.columns { display: grid; gap: 1rem; } .columns > div { display: grid; gap: 1rem; align-content: start; min-width: 0; }
@media (min-width: 64rem) { .columns { grid-template-columns: minmax(0, 2fr) minmax(0, 3fr); } .pair { display: grid; grid-template-columns: 1fr 1fr; gap: 1rem; } }
.pair { display: grid; gap: 1rem; }
ul { margin: 0; padding-left: 1.25rem; } section h3 { margin-top: .75rem; } section { background: var(--sheet); border: 1px solid var(--line); border-radius: .5rem; padding: 1rem; min-width: 0; }
.notice:empty { display: none; } .notice { background: var(--sheet); border: 2px solid var(--accent); border-radius: .5rem; padding: .75rem 1rem; font-weight: 600; }
.message { border-top: 1px solid var(--line); padding: .75rem 0; }
.message p { margin: 0; } .meta, .hint { color: var(--soft); font-size: .875rem; } .subject { font-weight: 600; }
.words { white-space: pre-wrap; overflow-wrap: anywhere; }
.badge { display: inline-block; padding: 0 .5rem; border-radius: 1rem; font-size: .875rem; background: var(--mid); color: var(--on-mid); white-space: nowrap; }
.status-ACTIVE { background: var(--good); color: var(--on-good); } .status-ABSENT { background: var(--bad); color: var(--on-bad); }
.scroll { overflow-x: auto; margin-bottom: 1rem; }
table { border-collapse: collapse; width: 100%; min-width: 38rem; font-size: .9375rem; } th, td { text-align: left; padding: .4rem .6rem .4rem 0; border-bottom: 1px solid var(--line); vertical-align: middle; }
code { font-size: .8125rem; overflow-wrap: anywhere; }
label { display: block; font-weight: 600; font-size: .9375rem; }
input, select, button { font: inherit; min-height: 2.75rem; padding: .4rem .7rem; border-radius: .375rem; border: 1px solid var(--edge); background: var(--sheet); color: var(--ink); max-width: 100%; }
input, select { width: 100%; }
button { background: var(--accent); color: var(--on-accent); border-color: var(--accent); cursor: pointer; font-weight: 600; }
button.quiet { background: transparent; color: var(--accent); font-weight: 400; }
td time { display: inline-block; min-width: 7rem; } table th[scope=row] { min-width: 6rem; } td form { margin: 0; } td button { min-height: 2.25rem; font-size: .875rem; white-space: nowrap; }
.fields { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 14rem), 1fr)); gap: 0 1rem; }
.row { display: flex; flex-wrap: wrap; gap: .5rem; align-items: end; margin-bottom: .75rem; } .row p { flex: 1 1 14rem; margin: 0; }
`;
