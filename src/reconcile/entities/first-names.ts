/** Other forms of given names: short ones, those of a neighbour language. The full ones stand behind them. Source: own list of forms in common use in English, Spanish, Italian, German, Russian and Ukrainian; Apache-2.0. */
const OTHER_FORMS = new Map(
  `abe:abraham al:albert,alan,alfred,alexander alex:alexander,alexandra,alejandro,alexei,aleksandr alejo:alejandro andy:andrew angie:angela
  art:arthur barb:barbara becky:rebecca ben:benjamin bernie:bernard beth:elizabeth betty:elizabeth bill:william billy:william bob:robert bobby:robert
  brad:bradley cathy:catherine charlie:charles chris:christopher,christian,christina,christine chuck:charles cindy:cynthia dan:daniel danny:daniel
  dave:david deb:deborah debbie:deborah debra:deborah dick:richard don:donald donnie:donald doug:douglas ed:edward,edwin,edgar eddie:edward,edwin
  ellie:eleanor,ellen frank:francis,franklin,francesco fred:frederick,alfred freddie:frederick gabe:gabriel gene:eugene geoff:geoffrey
  greg:gregory gus:augustus hank:henry harry:harold,henry herb:herbert ike:isaac jack:john jake:jacob jamie:james jan:janet jeff:jeffrey,jefferson
  jen:jennifer jenny:jennifer jerry:gerald,jerome jess:jessica jim:james jimmy:james joe:joseph joey:joseph johnny:john jon:jonathan josh:joshua
  judy:judith kate:katherine,catherine kathy:katherine,kathleen katie:katherine,kathryn katya:ekaterina ken:kenneth kenny:kenneth kim:kimberly
  larry:lawrence len:leonard leo:leonard,leonardo les:leslie liz:elizabeth lou:louis,louise maggie:margaret mandy:amanda manny:manuel,emmanuel
  marty:martin matt:matthew meg:margaret mel:melvin mick:michael mickey:michael mike:michael mitch:mitchell misha:mikhail nan:nancy nate:nathan,nathaniel
  ned:edward nick:nicholas,nicolas nicky:nicholas norm:norman pam:pamela pat:patrick,patricia patty:patricia paco:francisco pancho:francisco pepe:jose
  peg:margaret peggy:margaret pete:peter phil:philip,phillip ray:raymond rich:richard richie:richard rick:richard ricky:richard rob:robert robbie:robert
  ron:ronald ronnie:ronald rudy:rudolph russ:russell sally:sarah sam:samuel,samantha sammy:samuel sandy:sandra,alexander sasha:aleksandr,alexander
  sergey:sergei seryozha:sergei sid:sidney stan:stanley steph:stephanie steve:steven,stephen stu:stuart sue:susan susie:susan tammy:tamara ted:theodore,edward
  teddy:theodore,edward terry:terence,teresa theo:theodore tim:timothy timmy:timothy toby:tobias tom:thomas,tomas tommy:thomas tony:anthony,antonio
  toni:antonia tolya:anatoly trish:patricia val:valerie,valentine vicky:victoria vic:victor vince:vincent vinny:vincent volodya:volodymyr,vladimir
  vova:volodymyr,vladimir walt:walter wes:wesley will:william willie:william woody:woodrow yura:yuri zach:zachary zack:zachary zhenya:yevgeny
  beto:alberto,roberto chema:jose chucho:jesus gigi:luigi lalo:eduardo lola:dolores nacho:ignacio pino:giuseppe quique:enrique beppe:giuseppe sepp:josef
  hansi:johannes hans:johannes uli:ulrich heini:heinrich kolya:nikolai petya:pyotr vanya:ivan dima:dmitry,dmitri,dmytro kostya:konstantin
  serhiy:sergei serhii:sergei oleksandr:aleksandr,alexander oleksiy:alexei,aleksei oleksii:alexei,aleksei mykola:nikolai,nikolay mykhailo:mikhail
  volodymyr:vladimir dmytro:dmitry,dmitri andriy:andrei,andrey andrii:andrei,andrey yevhen:yevgeny,evgeny ihor:igor pavlo:pavel petro:pyotr,petr
  olena:elena,yelena kateryna:ekaterina,yekaterina hanna:anna iryna:irina yuliya:yulia hryhoriy:grigory heorhiy:georgy,georgi
  artem:artyom denys:denis maksym:maxim,maksim kostyantyn:konstantin yitzhak:isaac yaakov:jacob moshe:moses yosef:joseph shlomo:solomon
  musa:moses`
    .split(/\s+/)
    .map(entry => {
      const [short, full] = entry.split(":")
      return [short!, full!.split(",")] as const
    }),
)

/** Whether two first names are forms of one, as "Katie" and "Kathryn", "Serhiy" and "Sergei". */
export function isOtherForm(a: string, b: string): boolean {
  const fulls = (name: string) => OTHER_FORMS.get(name) ?? [name]
  return fulls(a).some(name => fulls(b).includes(name)) || (OTHER_FORMS.get(a)?.includes(b) ?? false)
}
