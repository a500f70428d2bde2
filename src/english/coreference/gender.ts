// Word lists: own compilation of given names and titles that tell the gender of a person in English news, 2026. Apache-2.0.

function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/))
}

const femaleNames = words(`
  adriana adrienne aisha alejandra alexandra alice alicia alison amal amanda amina amy ana anastasia andrea angela anita ann anna anne annie asma audrey
  avril barbara beatriz beth betty brenda carla carmen carol carolina caroline catherine cathy cecilia celia cheryl chloe christina christine claire clara clare
  claudia cristina cynthia dalia daniela danielle dawn deborah debra diana diane donna doris dorothy elaine elena elisabeth elise elizabeth ella ellen emily emma
  emmanuelle erica erin esther eva evelyn farah fatima fatou fernanda fiona florence frances francesca gabriela gabrielle gemma gina giorgia giulia gloria grace
  hannah hanna harriet heather heidi helen helena helene holly ines ingrid irene irina iris isabel isabella jackie jacqueline jane janet janice jasmine jenna jennifer jenny
  jessica jill jimena ximena joan joanna joyce juana judith judy julia julie kamala karen karin karla kate katherine kathleen kathryn kathy katie katrina kimberly kirsten kristen kristin
  lara latifa laura lauren layla lea leah leila lena lily linda lindsay lisa liz lola louise lucia lucy luisa luiza lydia lynn malala mara margaret maria maría
  mariam marian marianne marie marina marta martha martina mary maryam maya megan mei melanie melissa mercedes meredith michelle mira miriam mona monica myriam
  nadia nancy naomi natalia natalie natasha nathalie nicola nicole nikki nina nora noor olga olivia pamela paola patricia paula penny petra philippa pilar priya rachel rania
  rebecca reem renee rita roberta rosa rosario rose ruth sabine sabrina sally samantha sana sandra sara sarah shannon sharon sheila shirin shirley silvia simone sofia sonia
  sophia sophie stacy stella stephanie susan susana susanne suzanne svetlana sylvia tamara tania tanya tara tatiana teresa theresa tina tracy ursula valentina
  valeria valerie vanessa vera veronica victoria virginia wendy yolanda yulia yvonne zahra zara zeinab zoe`)

const maleNames = words(`
  aaron abdallah abdel abdul abdullah abdulrahman abel abraham abu adam adel adnan adolfo adrian ahmad ahmed ahmet akbar akira alan alain albert alberto aldo aleksandr aleksei alejandro
  alessandro alexander alexandre alexei alexey alfonso alfred alfredo ali alistair allan allen alvaro amadou amin amir amit anatoly anders andre andreas andrei andres andrew andrey andrzej andy
  angelo anil ansar anthony antoine anton antonin antonio arif armando arnold arthur arturo arun ashok asif augusto ayman aziz barack barry bashar bashir ben benedict benjamin benito bernard
  bernardo bernd bernie bertrand bill billy bob bobby boris brad bradley brandon brendan brent brett brian bruce bruno bryan burak carl carlo carlos cesar charles charlie chester christian
  christoph christophe christopher chuck clarence claudio clemens clement clifford clive colin craig curtis cyril dale damian damien dan daniel daniele danny dario darren darryl david davide dean denis
  dennis derek desmond didier diego dieter dimitri dirk dmitri dmitry dmytro dominic don donald douglas doug duncan dustin dwight earl eddie edgar edmund eduardo edward edwin ehud eitan elias
  elijah elliot emad emil emile emilio emmanuel emre enrico enrique erdogan eric erik ernest ernesto erwin esteban ethan etienne eugene evan evgeny fabian fabio fabrice fadi fahad faisal farid
  farouk fawzi felipe felix fernando fidel florian floyd francesco francis francisco franco francois frank franz fred frederic frederick fredrik friedrich fritz gabriel gareth gary gavin
  geoff geoffrey george georges gerald gerard gerhard gianni gilbert gilles giorgio giovanni giuseppe glenn gonzalo gordon graham grant greg gregor gregory grigory guillaume guillermo gunter gustav
  gustavo habib hadi hafez hakan hakeem hamdan hamid hamza hans harald harold haroon harry harvey hasan hassan hassane hector heinrich heinz helmut henri henrik henry herbert herman hiroshi
  homer horst hossein howard hubert hugh hugo hussain hussein ian ibrahim igor ignacio ilya imad imran ingo isaac ismail ismael ivan ivo jack jacob jacques jaime jair jakob jalal jamal james
  jason javad javier jay jeff jeffrey jeremy jerome jerry jesus jim jimmy joachim joao joaquin joe joel joerg johan johann johannes john johnny jon jonas jonathan jorge jose josef joseph josh
  joshua juan jules julian julien julio jurgen justin kamal karim karl kazuo keith ken kenji kenneth kevin khaled khalid khalil kirill klaus kofi konstantin kumar kurt kwame lamar lance larry
  lars laurence laurent lawrence leo leon leonard leonardo leonid leopold lloyd lorenzo louis luca lucas luciano ludwig luigi luis luiz lukas luke mahathir mahmood mahmoud majid malcolm mamadou
  manfred manuel marc marcel marcelo marco marcos marcus mariano mario mark marko markus marshall martin marvin massimo mathieu matt matteo matthew matthias maurice mauricio max maxim maximilian
  mehdi mehmet melvin michael michel miguel mikael mike mikhail milan miles milos mitch mohamed mohamad mohammad mohammed mohamud moises morris mostafa moussa muhammad muhammadu mukesh murad musa mustafa
  nabil naser nasser nathan nathaniel naveed neil nelson nicholas nicolas nicolo niels nigel nikita nikolai nikos noah noel norbert norman octavio oleg oleksandr olivier omar orlando oscar osama
  osman oswald otto owen pablo paolo pascal patrick paul paulo pavel pawel pedro percy pervez peter petr phil philip philippe phillip pierre piotr rafael rahul raj rajesh ralph ramon ramzan rashid raul
  raymond recep reinhard rene reza ricardo riccardo richard rick ricky robert roberto rodrigo roger roland rolf roman ron ronald rory roy ruben rudolf rupert russell ryszard saad saddam saeed saif
  saleh salman salvador salvatore samir samuel sanjay santiago saul scott sean sebastian sebastien selim serge sergei sergey sergio seth seyed shahid shaun shinzo sigmund silvio simon
  stanislav stanley stefan stefano stephan stephane stephen sterling steve steven stewart stuart sven syed takeshi tariq tayyip ted terence theo theodore thiago thierry thomas tim timothy tobias todd tom
  tomas tommaso tommy toni toshiro travis trevor umar umberto usman uwe vadim valery vasily vernon vicente victor viktor vincent vincenzo vinod vitaly vittorio vladimir volodymyr volker walid wallace walter warren
  wayne werner wilfred wilhelm willem william willy wolfgang xavier yahya yasser yasin yevgeny youssef yuri yusuf yves zachary zaid zakaria zbigniew zeki ziad zoltan`)

const eitherNames = words(`
  alex alexis andrea angel ariel ashley avi bilal cameron casey chris claude connor dana dominique drew evelyn farah guy jackie jamie jan jay jean jesse jo jordan jun kay kelly
  kerry kim kyle lee leslie lindsay lynn marian marion mei min morgan nicola noor nur pat quinn robin rosario ryan salem sam sandy sasha shane shannon sidney simone stacy terry
  tony tracy wei xi yan yuki`)

const male = words(
  "mr sir lord king prince sheikh father brother emperor baron imam rabbi ayatollah mullah pope spokesman chairman congressman councilman businessman policeman",
) // prettier-ignore
const female = words(
  "mrs ms miss dame lady queen princess sister empress baroness spokeswoman chairwoman congresswoman councilwoman businesswoman policewoman actress",
) // prettier-ignore

export type Gender = "male" | "female"

/** The gender that a title or a given name tells, or undefined when neither does. Lower case. */
export function genderOf(title: string, givenName: string | undefined): Gender | undefined {
  if (male.has(title)) return "male"
  if (female.has(title)) return "female"
  if (givenName === undefined) return undefined
  // "Lucía" is "lucia"; of "Jean-Pierre" the second name tells.
  const plain = givenName.normalize("NFD").replace(/\p{M}/gu, "")
  for (const name of [plain, ...plain.split("-").reverse()]) {
    if (eitherNames.has(name)) continue
    if (femaleNames.has(name)) return "female"
    if (maleNames.has(name)) return "male"
  }
  return undefined
}

const MALE_NOUN =
  /^(?:.+[^o]man|boy|son|grandson|father|grandfather|stepfather|brother|stepbrother|husband|widower|uncle|nephew|boyfriend|groom|monk|actor|waiter|guy|gentleman|lad|king|prince|emperor|sultan|imam|priest|bishop|pope|ayatollah)$|^man$/
const FEMALE_NOUN =
  /^(?:.*woman|girl|daughter|granddaughter|mother|grandmother|stepmother|sister|stepsister|wife|widow|aunt|niece|girlfriend|bride|nun|actress|waitress|lady|queen|princess|empress|schoolgirl)$/

/** The gender that a noun for a person tells: "mother", "gunman". Lower-case lemma. */
export function genderOfNoun(noun: string): Gender | undefined {
  return FEMALE_NOUN.test(noun) ? "female" : MALE_NOUN.test(noun) ? "male" : undefined
}
