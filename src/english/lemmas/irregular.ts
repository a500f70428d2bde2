// Irregular forms of English: own compilation from general knowledge of grammar tables. Apache-2.0. Each line: lemma and its forms.

import { nouns } from "./irregular-nouns.ts"

const verbs = `
be am is are was were been being 's 're 'm ai s re m
have has had having 've ve
do does did done doing
can ca
will wo 'll ll
would 'd
could
should
shall sha
may
might
go gon
want wan
deal dealt
stink stank stunk
overhear overheard
prepay prepaid
sow sown
spoil spoilt
breed bred
crossbreed crossbred
teethe teething teethed
arise arose arisen
awake awoke awoken
bear bore borne born
beat beaten
become became
befall befell befallen
begin began begun
bend bent
beset
bet
bid bade bidden
bind bound
bite bit bitten
bleed bled
blow blew blown
break broke broken
breed bred
bring brought
build built
burn burnt
buy bought
cast
catch caught
choose chose chosen
cling clung
come came
creep crept
dig dug
draw drew drawn
dream dreamt
drink drank drunk
drive drove driven
eat ate eaten
fall fell fallen
feed fed
feel felt
fight fought
find found
flee fled
fling flung
fly flew flown
forbid forbade forbidden
forecast
foresee foresaw foreseen
forget forgot forgotten
forgive forgave forgiven
forgo forwent forgone
freeze froze frozen
get got gotten
give gave given
go went gone goes
grind ground
grow grew grown
hang hung
hear heard
hide hid hidden
hit
hold held
hurt
keep kept
kneel knelt
know knew known
lay laid
lead led
lean leant
leap leapt
learn learnt
leave left
lend lent
let
lie lay lain lying
light lit
lose lost
make made
mean meant
meet met
mislead misled
mistake mistook mistaken
overcome overcame
overrun overran
oversee oversaw overseen
overtake overtook overtaken
overthrow overthrew overthrown
pay paid
plead pled
prove proven
put
quit
read
rebuild rebuilt
repay repaid
rid
ride rode ridden
ring rang rung
rise rose risen
run ran
say said
see saw seen
seek sought
sell sold
send sent
set
sew sewn
shake shook shaken
shed
shine shone
shoot shot
show shown
shrink shrank shrunk
shut
sing sang sung
sink sank sunk
sit sat
slay slew slain
sleep slept
slide slid
speak spoke spoken
speed sped
spend spent
spill spilt
spin spun
split
spread
spring sprang sprung
stand stood
steal stole stolen
stick stuck
sting stung
strike struck stricken
string strung
strive strove striven
swear swore sworn
sweep swept
swell swollen
swim swam swum
swing swung
take took taken
teach taught
tear tore torn
tell told
think thought
thrive throve
throw threw thrown
undergo underwent undergone
understand understood
undertake undertook undertaken
undo undid undone
uphold upheld
wake woke woken
wear wore worn
weave wove woven
weep wept
win won
wind wound
withdraw withdrew withdrawn
withhold withheld
withstand withstood
wring wrung
write wrote written
die dying dies died
tie tying ties tied
fuel fuelled fuelling
bus bussed
focus focused focusing focussed
bomb bombed bombing bombs
target targeted targeting targets
benefit benefited benefiting
visit visited visiting
limit limited limiting
edit edited editing
credit credited crediting
profit profited profiting
exit exited exiting
inhabit inhabited
prohibit prohibited prohibiting
exploit exploited exploiting
deposit deposited depositing
merit merited
audit audited
market marketed marketing
budget budgeted
pocket pocketed
trumpet trumpeted
blanket blanketed
interpret interpreted interpreting
rocket rocketed
open opened opening
happen happened happening
threaten threatened threatening
listen listened listening
strengthen strengthened strengthening
weaken weakened weakening
worsen worsened
deepen deepened
lessen lessened
tighten tightened
heighten heightened
loosen loosened
shorten shortened
widen widened widening
kidnap kidnapped kidnapping
develop developed developing
gallop galloped
worship worshipped
handicap handicapped
order ordered ordering
offer offered offering
suffer suffered suffering
enter entered entering
gather gathered gathering
remember remembered
consider considered considering
deliver delivered
cover covered covering
discover discovered
answer answered
murder murdered murdering
number numbered
wonder wondered
surrender surrendered
hinder hindered
plunder plundered
slaughter slaughtered
shelter sheltered
counter countered
encounter encountered
monitor monitored monitoring
author authored
sponsor sponsored
honor honored
favor favored
labor labored
harbor harbored
anchor anchored
savor savored
abandon abandoned
question questioned questioning
mention mentioned
position positioned
station stationed
condition conditioned
function functioned
imprison imprisoned
poison poisoned poisoning
reason reasoned
season seasoned
pardon pardoned
summon summoned
mourn mourned
`

const adjectives = `
good better best
well better best
bad worse worst
far farther farthest
old elder eldest
`

const adverbs = `
well better best
badly worse worst
far farther farthest further furthest
`

function tableOf(text: string): ReadonlyMap<string, string> {
  const table = new Map<string, string>()
  for (const line of text.trim().split("\n")) {
    const [lemma, ...forms] = line.split(" ")
    table.set(lemma!, lemma!)
    for (const form of forms) if (!table.has(form)) table.set(form, lemma!)
  }
  return table
}

/** Form to lemma, by part of speech. */
export const irregular: { readonly [upos: string]: ReadonlyMap<string, string> } = {
  VERB: tableOf(verbs),
  AUX: tableOf(verbs),
  NOUN: tableOf(nouns),
  ADJ: tableOf(adjectives),
  ADV: tableOf(adverbs),
}
