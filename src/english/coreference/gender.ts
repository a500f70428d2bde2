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
  jessica jill joan joanna joyce juana judith judy julia julie kamala karen karin karla kate katherine kathleen kathryn kathy katie katrina kimberly kirsten kristen kristin
  lara latifa laura lauren layla lea leah leila lena lily linda lindsay lisa liz lola louise lucia lucy luisa luiza lydia lynn malala mara margaret maria maría
  mariam marian marianne marie marina marta martha martina mary maryam maya megan mei melanie melissa mercedes meredith michelle mira miriam mona monica myriam
  nadia nancy naomi natalia natalie natasha nathalie nicola nicole nikki nina nora noor olga olivia pamela paola patricia paula penny petra philippa pilar priya rachel rania
  rebecca reem renee rita roberta rosa rosario rose ruth sabine sabrina sally samantha sana sandra sara sarah shannon sharon sheila shirin shirley silvia simone sofia sonia
  sophia sophie stacy stella stephanie susan susana susanne suzanne svetlana sylvia tamara tania tanya tara tatiana teresa theresa tina tracy ursula valentina
  valeria valerie vanessa vera veronica victoria virginia wendy yolanda yulia yvonne zahra zara zeinab zoe`)

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

/** The gender that a title or a given name tells, or undefined when neither does. Lower case. */
export function genderOf(title: string, givenName: string | undefined): "male" | "female" | undefined {
  if (male.has(title)) return "male"
  if (female.has(title)) return "female"
  if (givenName === undefined || eitherNames.has(givenName)) return undefined
  return femaleNames.has(givenName) ? "female" : undefined
}
