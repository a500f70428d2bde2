/** The look of the evidence sheet: serif for words of the sources, sans for ours, thin rules, one accent, tabular figures; light, dark and print. */
export const style = `
:root{color-scheme:light dark;--paper:#fcfbf8;--ink:#1e1c19;--soft:#6a655c;--rule:#dcd7cc;--tint:#f4f1ea;--accent:#1d5a8a;--hit:#fdeaa3;--hit2:#f9d65c;--trace:#fbf5dc;
--agree:#2c6e49;--refine:#4a5fa5;--update:#8a5a00;--contradict:#b3261e;--mixed:#7a3e8f;
--serif:"Iowan Old Style","Palatino Linotype",Palatino,"Source Serif 4","Liberation Serif",Georgia,serif;--sans:system-ui,-apple-system,"Segoe UI","Helvetica Neue","Liberation Sans",Arial,sans-serif}
@media(prefers-color-scheme:dark){:root{--paper:#171715;--ink:#e6e1d6;--soft:#9c968a;--rule:#37342e;--tint:#201f1c;--accent:#8fbfe6;--hit:#4d4012;--hit2:#7a6414;--trace:#26231a;
--agree:#7fc29b;--refine:#a3b3ee;--update:#e0b25a;--contradict:#ff8a80;--mixed:#d3a0e6}}
*{box-sizing:border-box}
html{scroll-padding-top:1.5rem;-webkit-text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.55 var(--serif);font-variant-numeric:tabular-nums oldstyle-nums;overflow-wrap:break-word}
a{color:var(--accent);text-decoration:none}
a:hover,a:focus-visible{text-decoration:underline}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
.skip{position:absolute;left:-99rem}.skip:focus{left:1rem;top:1rem;background:var(--paper);padding:.5rem}
header.top,main,footer{max-width:47rem;margin:0 auto;padding:0 1.25rem}
header.top{padding-top:3.5rem}
.kicker{margin:0 0 .5rem;font:600 .72rem/1 var(--sans);letter-spacing:.12em;text-transform:uppercase;color:var(--soft)}
h1{margin:0 0 .6rem;font-size:2.1rem;line-height:1.16;font-weight:600;letter-spacing:-.01em;text-wrap:balance}
h2{margin:3.2rem 0 1rem;padding-top:.7rem;border-top:1px solid var(--ink);font-size:1.25rem;line-height:1.25;font-weight:600}
h2 small,summary small{font:.8rem var(--sans);color:var(--soft);margin-left:.4rem}
h3{margin:0;font-size:1.06rem;line-height:1.35;font-weight:600}
h4{margin:0 0 .2rem;font-size:1rem;line-height:1.3}
.summary,.asof{margin:0;color:var(--soft)}
nav{margin-top:1.2rem;padding:.6rem 0;border-block:1px solid var(--rule);font:.84rem/1.9 var(--sans)}
nav a{margin-right:1.1rem;white-space:nowrap}
.small,.hint,.why,.meta,.how,.rest,.from,.slot,.kind,.status,.relation,.origins,.label,footer,code{font-family:var(--sans);font-variant-numeric:tabular-nums lining-nums}
.small{font-size:.78rem;line-height:1.45;color:var(--soft);margin:.2rem 0}
.small a{color:inherit}
.hint,.why{font-size:.8rem;line-height:1.5;color:var(--soft)}
code{font-size:.92em;font-family:ui-monospace,"Liberation Mono",Menlo,monospace;white-space:nowrap}
.code{font:600 .8em/1 var(--sans);letter-spacing:.04em;color:var(--soft);margin-right:.35rem;white-space:nowrap}
.incident,.item{padding:1rem 0 1.1rem;border-top:1px solid var(--rule)}
h2+.incident,h2+.item{border-top:0;padding-top:.2rem}
.meta{display:flex;flex-wrap:wrap;gap:.1rem 1.1rem;margin:.3rem 0 .5rem;font-size:.82rem;color:var(--soft)}
.item h3 .rest{font-weight:400;font-size:.92rem;color:var(--soft);margin-left:.5rem}
.item h3{margin-bottom:.3rem}
.fact,.row{display:grid;grid-template-columns:7.5rem 1fr auto;gap:.2rem .9rem;padding:.32rem 0;align-items:baseline;border-top:1px dotted var(--rule)}
.opened{grid-column:1/-1;min-width:0}
.fact:not(:has(>details[open])):not(:has(>.opened :target))>.opened{display:none}
.row{grid-template-columns:7.5rem 1fr}
.said .row,.row:not(:has(.slot)){grid-template-columns:1fr}
.fact summary{cursor:pointer;list-style:none}
.fact summary::-webkit-details-marker{display:none}
.fact summary::before{content:"▸";display:inline-block;width:.9em;font-size:.75em;color:var(--soft);transition:transform .12s}
.fact details[open]>summary::before{transform:rotate(90deg)}
.fact summary:hover{color:var(--accent)}
.slot{font-size:.84rem;color:var(--soft)}
.row .slot{padding-left:.9em}
.how{display:flex;flex-direction:column;align-items:flex-end;font-size:.76rem;line-height:1.45;color:var(--soft);white-space:nowrap}
.telling{display:block;font-size:.92rem;padding-left:1rem;text-indent:-1rem;color:var(--ink)}
.telling::before{content:"– ";color:var(--soft)}
.dispute{grid-template-columns:7.5rem 1fr}
.dispute .slot{color:var(--contradict)}
.folded{color:var(--soft);font-style:italic}
.why{margin:.2rem 0 .5rem 8.4rem}
.positions{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,14rem),1fr));gap:1rem 1.4rem;margin:.2rem 0 1.2rem;padding:.9rem 0 .2rem 1rem;border-left:2px solid var(--rule)}
.position+.position{border-left:1px solid var(--rule);padding-left:1.2rem}
figure{margin:.5rem 0 0}
blockquote{margin:0;font-size:.95rem;line-height:1.5}
mark{background:var(--hit);color:inherit;padding:.06em 0;border-radius:1px}
.text mark{background:var(--trace);border-bottom:1px solid var(--hit2)}
.text mark:target,.text mark:target mark{background:var(--hit2)}
.text mark:target{outline:2px solid var(--accent);outline-offset:1px;scroll-margin-top:30vh}
.status i{display:inline-block;width:.62em;height:.62em;margin-right:.4em;border:1.5px solid currentColor;vertical-align:-.02em}
.status.occurred i{background:currentColor}
.status.attempted i{background:linear-gradient(90deg,currentColor 50%,transparent 50%)}
.status.foiled i,.status.negated i{background:linear-gradient(to top right,transparent 43%,currentColor 43% 57%,transparent 57%)}
.status.planned i,.status.threatened i{border-style:dashed}
.status.alleged i,.status.hypothetical i{border-style:dotted}
.status.denied i{border-radius:50%}
.relation.agree{color:var(--agree)}.relation.refine{color:var(--refine)}.relation.update{color:var(--update)}
.relation.contradict,.relation.retract{color:var(--contradict);font-weight:600}.relation.mixed{color:var(--mixed)}
.relation i,.origins i{font-style:normal}
.origins i{letter-spacing:.04em;font-size:.85em}
.gap{display:inline-block;width:1.1em}
.line{display:grid;grid-template-columns:minmax(4.5rem,max-content) 1fr;gap:.1rem .9rem;margin:0;padding:.32rem 0;border-top:1px dotted var(--rule);font-size:.95rem}
.line:not(:has(.label)){grid-template-columns:1fr}
.line .label{font-size:.84rem;color:var(--soft);max-width:11rem}
.ref{font:600 .68em/1 var(--sans);vertical-align:.42em;margin-left:.18em;font-variant-numeric:tabular-nums lining-nums}
.ref a{padding:.1em .12em}
.peek{display:none;text-indent:0}
.peek .from{display:block;margin-top:.6rem;color:var(--soft);font-size:.78rem}
.margin{display:none}
details>summary{cursor:pointer}
.outside{font-size:.9rem}.outside summary{font:.82rem var(--sans);color:var(--soft)}
.outside .line{grid-template-columns:8.5rem 1fr}
.names>details{border-top:1px dotted var(--rule);padding:.3rem 0}
.names details details{margin:.4rem 0 0 1rem}
.names .line{grid-template-columns:10.5rem 1fr}
.names summary{font:.92rem var(--sans)}
.report{padding:1.6rem 0 1rem;border-top:1px solid var(--rule)}
.report header{margin-bottom:.8rem}
.report .text{font-size:1.06rem;line-height:1.66}
.report .text p{margin:0 0 .8em}
.report h4{margin:.2em 0 .6em;font-size:1.3rem;line-height:1.25;text-wrap:balance}
.report h4.heading{font-size:1.08rem;margin-top:1.2em}
.text p.byline,.text p.dateline,.text p.credit,.text p.caption{font-size:.9rem;color:var(--soft)}
.text p.pull-quote,.text p.list-item{padding-left:1.2rem;border-left:1px solid var(--rule)}
.kind{font-size:.68rem;letter-spacing:.05em;text-transform:uppercase;color:var(--soft);margin-right:.4rem}
.back{font:500 .58em/1 var(--sans);vertical-align:.6em;margin-left:.1em;color:var(--soft)}
mark:target>.back{color:var(--accent);font-weight:700}
.removed{margin:1rem 0 0;font-size:.86rem;color:var(--soft)}
.removed summary{font:.82rem var(--sans)}
.removed p{margin:.5rem 0 .5rem 1rem}
.notes{padding:0;list-style:none;font-size:.86rem;line-height:1.45}
.notes li{padding:.15rem 0 .15rem 3rem;text-indent:-3rem;overflow-wrap:anywhere}
.notes li::before{content:"[" attr(value) "] ";display:inline-block;min-width:3rem;text-indent:0;color:var(--soft);font-family:var(--sans);font-size:.8em}
.scroll{overflow-x:auto}
svg{display:block;width:100%;min-width:40rem;height:auto;font-family:var(--sans)}
svg text{fill:var(--ink);font-size:11px}
svg .label{text-anchor:end}
svg .tick{fill:var(--soft);font-size:11px;text-anchor:middle}
svg .grid{stroke:var(--rule);stroke-width:1}
svg rect,svg g>path{fill:var(--ink);stroke:var(--ink);stroke-width:1.4}
svg .planned rect,svg .threatened rect{fill:none;stroke-dasharray:4 2.5}
svg .alleged rect,svg .hypothetical rect{fill:none;stroke-dasharray:1.5 2.5}
svg .attempted rect{fill-opacity:.45}
svg .foiled rect,svg .negated rect,svg .denied rect{fill:none}
svg .warning rect,svg .warning path{fill:var(--update);stroke:var(--update)}
svg .warning.private rect,svg .warning.private path{fill:var(--paper)}
svg g>path.more{fill:none;stroke-width:1.4}
svg circle{fill:var(--accent)}
svg a:hover .label,svg a:focus .label{fill:var(--accent);text-decoration:underline}
footer{margin-top:4rem;padding-top:1rem;padding-bottom:3rem;font-size:.78rem;color:var(--soft)}
@media screen{
#notes{display:none}
.ref:hover .peek,.ref:focus-within .peek{display:block;position:fixed;z-index:2;inset:auto 0 0 0;max-height:45vh;overflow:auto;padding:1rem 1.25rem 1.2rem;background:var(--paper);color:var(--ink);border-top:2px solid var(--accent);font:400 1rem/1.5 var(--serif);text-align:left;white-space:normal;pointer-events:none}
}
@media screen and (min-width:72rem){
header.top,main,footer{margin-left:max(2rem,calc(50vw - 36rem));margin-right:0}
.margin{display:block;position:fixed;top:3.5rem;left:calc(max(2rem,50vw - 36rem) + 49rem);width:20rem;padding-left:1.2rem;border-left:1px solid var(--rule);font:.82rem/1.5 var(--sans);color:var(--soft)}
.margin p{margin:0}
.ref:hover .peek,.ref:focus-within .peek{inset:3.5rem auto auto calc(max(2rem,50vw - 36rem) + 49rem);width:20rem;max-height:80vh;padding:0 0 1rem 1.2rem;border-top:0;border-left:2px solid var(--accent)}
}
@media(max-width:40rem){
h1{font-size:1.6rem}
header.top{padding-top:1.8rem}
.fact{grid-template-columns:1fr auto}.fact>.value{grid-column:1/-1;grid-row:2;min-width:0}
.row{grid-template-columns:1fr}.row .slot{padding-left:0}
.why{margin-left:0}
.line,.names .line{grid-template-columns:1fr}
.line .label{max-width:none}
.position+.position{border-left:0;padding-left:0;border-top:1px solid var(--rule);padding-top:.8rem}
.how{flex-direction:row;gap:.7rem}
}
@media print{
@page{margin:18mm 16mm}
:root{--paper:#fff;--ink:#000;--soft:#444;--rule:#bbb;--tint:#fff;--accent:#000;--hit:#eee;--hit2:#ddd;--agree:#000;--refine:#000;--update:#000;--contradict:#000;--mixed:#000}
html{font-size:9.5pt}
header.top,main,footer{max-width:none;padding:0}
nav,.skip,.margin,.peek{display:none}
h2,h3,h4{break-after:avoid}
.position,figure,.line,.row{break-inside:avoid}
.fact:not(:has(>details[open])):not(:has(>.opened :target))>.opened{display:block}
.fact summary::before{content:none}
details::details-content{content-visibility:visible;display:block}
.names details.private::details-content{display:none}
mark,.text mark{text-decoration:underline;text-decoration-thickness:.5px;text-underline-offset:2px;background:none;border:0}
.text mark{text-decoration-color:#999}
.back{color:#000}
.fact.dispute:not(:has(>details[open])):not(:has(>.opened :target))>.opened{display:none}
.removed{display:none}
#notes{break-before:page}
.notes{columns:2;column-gap:8mm;font-size:7.5pt}
.notes li{break-inside:avoid}
#texts{break-before:page}
svg{min-width:0}
}
`
