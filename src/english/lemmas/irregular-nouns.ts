// Irregular plurals of English and nouns that have no other form: own compilation from general knowledge of grammar tables. Apache-2.0.

/** Each line: lemma and its forms. A line of one word is a form that must stay as it is. */
export const nouns = `
man men
woman women
child children
grandchild grandchildren
stepchild stepchildren
person persons
people
foot feet
tooth teeth
goose geese
mouse mice
louse lice
ox oxen
life lives
wife wives
knife knives
leaf leaves
half halves
self selves
shelf shelves
thief thieves
wolf wolves
calf calves
loaf loaves
hoof hooves
scarf scarves
crisis crises
basis
analysis analyses
thesis theses
hypothesis hypotheses
diagnosis diagnoses
oasis oases
axis axes
praxis
phenomenon phenomena
criterion criteria
medium mediums
bacterium bacteria
stimulus stimuli
nucleus nuclei
radius radii
alumnus alumni
fungus fungi
index indices
appendix appendices
matrix matrices
series
species
means
headquarters
barracks
crossroads
news
clothes
troops
data
media
thanks
regards
jeans
pants
trousers
glasses
sunglasses
scissors
outskirts
whereabouts
surroundings
belongings
goods
proceedings
auspices
hackles
billiards
surplus surpluses
geopolitics
genetics
dynamics
politics
economics
athletics
mathematics
physics
ethics
logistics
statistics
gas gases
bus buses
virus viruses
campus campuses
census censuses
status statuses
bonus bonuses
chorus choruses
lens lenses
atlas atlases
bias biases
canvas canvases
alias aliases
echo echoes
hero heroes
veto vetoes
embargo embargoes
torpedo torpedoes
potato potatoes
tomato tomatoes
cargo cargoes
mosquito mosquitoes
volcano volcanoes
tornado tornadoes
negro negroes
quiz quizzes
`
