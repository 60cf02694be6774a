/** Light and dark as the reader's system is, black on white on paper. The colours keep a contrast of 4.5 to 1 with their text. */
export const style = `
:root { color-scheme: light dark; --ink: #1b1f24; --paper: #fff; --soft: #f3f5f8; --line: #c9d0d9; --link: #0b57a4; --quiet: #4d5763;
  --s0: #b3261e; --s1: #f2b134; --s2: #2b6cb0; --s3: #aab4c0; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e9ed; --paper: #15181c; --soft: #20252b; --line: #3c444e; --link: #7db7ff; --quiet: #aeb7c2;
  --s0: #ff8a80; --s1: #ffd166; --s2: #82b8ff; --s3: #77828f; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 76rem; padding: 1.5rem; background: var(--paper); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; }
h1 { line-height: 1.2; overflow-wrap: anywhere; } h2 { margin-top: 2.5rem; border-bottom: 2px solid var(--line); } h3 { margin-bottom: .3rem; }
a { color: var(--link); } code { font: .92em ui-monospace, monospace; overflow-wrap: anywhere; }
.verdict { padding: .8rem 1rem; border-left: .3rem solid var(--link); background: var(--soft); font-weight: 600; }
table { width: 100%; border-collapse: collapse; margin: .8rem 0 1.2rem; font-size: .9rem; }
caption { text-align: left; color: var(--quiet); padding: .2rem 0; }
th, td { text-align: left; vertical-align: top; padding: .35rem .55rem; border: 1px solid var(--line); overflow-wrap: anywhere; }
th { background: var(--soft); } thead th { overflow-wrap: normal; } th[scope='row'] { min-width: 9rem; }
svg { display: block; width: 100%; max-width: 46rem; margin: .8rem 0; font: 13px system-ui, sans-serif; }
.label { fill: var(--ink); } .s0 { fill: var(--s0); } .s1 { fill: var(--s1); } .s2 { fill: var(--s2); } .s3 { fill: var(--s3); }
.n0, .n2 { fill: #fff; } .n1, .n3 { fill: #14171a; }
@media (prefers-color-scheme: dark) { .n0, .n1, .n2, .n3 { fill: #101316; } }
@media print { :root { --ink: #000; --paper: #fff; --soft: #f3f5f8; --line: #999; --link: #000; --quiet: #333;
  --s0: #b3261e; --s1: #f2b134; --s2: #2b6cb0; --s3: #aab4c0; }
  body { max-width: none; padding: 0; font-size: 10pt; } nav { display: none; } tr, svg { break-inside: avoid; } h2, h3, caption { break-after: avoid; }
  thead { display: table-header-group; } .n0, .n2 { fill: #fff; } .n1, .n3 { fill: #14171a; }
  * { print-color-adjust: exact; } }
`
