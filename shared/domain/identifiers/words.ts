/**
 * Small word lists for the scanners: mainly English, with what other languages in Latin letters add cheaply. They are made
 * by hand and incomplete on purpose; what they leave out is shown to the researcher once more than needed, or missed.
 */
const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Capitalised in the middle of a sentence without giving a person away; in lower case here. */
export const harmless = list(`
  i i'm i've i'd i'll i’m i’ve i’d i’ll ok okay
  monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays sundays
  january february march april june july august september october november december jan feb apr jun jul aug sep sept oct nov dec
  spring summer autumn winter christmas easter ramadan eid diwali hanukkah halloween new year
  english british scottish welsh irish european american french german spanish italian dutch polish portuguese chinese indian asian african arabic turkish russian japanese romanian
  england scotland wales ireland britain europe africa asia america uk usa france germany spain italy netherlands poland portugal china india
  christian muslim jewish hindu sikh buddhist catholic god jesus bible church islam
  covid covid-19 coronavirus internet web email e-mail zoom teams google facebook whatsapp youtube instagram twitter microsoft excel word powerpoint outlook netflix amazon apple android iphone windows bluetooth wifi wi-fi
  mum mom dad mummy daddy nan gran granny grandad grandma grandpa auntie uncle
  manager director doctor nurse teacher professor team leader head chief officer lead sir madam
  human resources health safety first aid care act policy government state parliament brexit
  yes no maybe none nothing also however although because therefore please thanks thank dear hello hi sorry
  question answer other none agree disagree na n/a`);

/** How sentences begin, and what stands before names without being part of them; in lower case. */
export const starters = list(`
  a an the this that these those there here it its it's it’s he she they we you my our your his her their who what when where why which how
  i in on at by for from of off to up down with without within into onto over under about around after before during since until till while as if and or but nor so yet then than though although because unless whether
  not no nobody nothing none never always often sometimes usually once twice only just even still also too very really quite rather more most less least much many few some any all both each every either neither another other others
  is are was were be been being am do does did done have has had having can could will would shall should may might must let lets let's let’s
  people person someone somebody everyone everybody anyone anybody one two three four five six seven eight nine ten first second third last next
  good great nice bad better best worse worst big small old new long short high low hard easy happy sad glad sorry sure true false right wrong
  work working worked being having getting going doing making taking giving feeling seeing knowing thinking trying talking asking helping using coming keeping finding
  time day days week weeks month months year years morning afternoon evening night today tomorrow yesterday now later soon
  yes yeah yep ok okay well oh please thanks thank maybe perhaps probably definitely absolutely basically actually personally honestly generally overall especially mainly mostly
  management managers manager staff colleagues training support communication money lack poor clear regular weekly monthly free open social mental physical public private local national
  during despite due given according regarding concerning like unlike such same different similar several various certain
  get got go goes went gone make makes made take takes took give gives gave see sees saw say says said tell tells told ask asks asked think thinks thought know knows knew feel feels felt find finds found want wants wanted need needs needed try tries tried keep keeps kept put puts call called use used meet met
  having ward unit room street road house building hospital school college university company department service services centre center trust council club library park
  der die das ein eine und oder aber ich wir sie er es mein meine unser unsere im in am an auf mit von zu bei nach für nicht kein keine
  le la les un une des et ou mais je nous vous il elle ils elles mon ma mes notre nos dans sur avec pour par chez
  el los las una y o pero yo nosotros ellos mi mis nuestro nuestra en con por para de del
  il lo gli uno e ma io noi loro mio mia nel nella con per di da
  het een en of maar ik wij zij mijn onze op met voor van bij naar`);

/** Common given names, for the beginning of a sentence and for names typed without capitals after words that introduce one. Those that are everyday words (Will, May, Grace) are left out. */
export const givenNames = list(`
  aaron abdul abigail adam adrian agnes ahmed aisha alan albert alejandro alex alexander alexandra alfie ali alice alison amanda amelia amina amy ana andrea andreas andrew andy angela anita anja ann anna anne annette annie anthony antonio arthur ashley astrid
  barbara beatrice becky ben benjamin bernard beth bethany betty bianca bob bradley brenda brian bridget bruno
  callum camila cara carla carlos carmen carol caroline catherine cathy cecilia charles charlie charlotte chloe chris christian christina christine christopher claire clara claudia colin connor craig cynthia
  daniel daniela danielle darren dave david deborah debbie denise dennis derek diana diane diego dominic donna dorothy douglas duncan
  edith eduardo edward eileen elaine eleanor elena elizabeth ella ellen ellie emily emma eric erik erika ernest esther ethan eva evelyn
  fatima felix fernando fiona florence frances francesca francesco francis françois freddie frederick
  gareth gary gavin geoff geoffrey george georgia gerald gillian giulia giovanni glenn gloria gordon graham greta guy
  hamza hannah hans harold harriet harry hassan heather heidi heinz helen helena helga henry hilary howard hugh hussein
  ian ibrahim imran ines ingrid irene isaac isabel isabella isla ivan
  jacob jade jake james jamie jan jane janet janice jasmine jason javier jean jeff jeffrey jennifer jenny jeremy jerome jessica jessie jill jim jimmy joan joanna joanne joe johan john johnny jonas jonathan jordan jorge jose josé joseph josh joshua joyce juan judith judy julia julian julie jürgen justin
  karen karin karl kate katherine kathleen kathryn katie katy keith kelly ken kenneth kevin khadija kieran kim kirsty klaus kyle
  lars laura lauren laurence leah lena leo leon leonard lesley leslie lewis liam lily linda lisa lorraine louis louise luca lucas lucia lucy luis luke lydia lynn
  maggie malcolm manuel marc marcel marco marcus margaret maria marie marina mario marion marjorie marta martha martin martina mary mateo matteo matthew maureen max megan mehmet melanie melissa mia michael michelle miguel mike miriam mohamed mohammad mohammed monica monika muhammad mustafa
  nadia naomi natalie natasha nathan neil niamh nicholas nick nicola nicole nigel nina noah nora norman
  oliver olivia omar oscar owen
  pablo pamela patricia patrick paul paula pauline pedro peter petra philip philippa phoebe pierre priya
  rachel rafael raj rajesh ralph raymond rebecca renate ricardo richard rita robert roberta roberto robin rodney roger roland ron ronald rosie ross roy rupert russell ruth ryan
  sabine sally sam samantha samuel sandra sara sarah scott sean sebastian sharon sheila shirley shona silvia simon sofia sonia sophia sophie stacey stefan stella stephanie stephen steve steven stewart stuart susan susanne suzanne sven sylvia
  tanya teresa terry theo theresa thomas tim timothy tina toby tom tommy tony tracey tracy trevor tyler
  ursula valerie vanessa vera veronica victor victoria vincent vivian
  walter wayne wendy werner wilfred william wolfgang yasmin yusuf yvonne zainab zara zoe`);

/** One alternative of a pattern out of words. */
const either = (words: string) => words.trim().split(/\s+/).map((word) => word.replaceAll('_', '\\s+')).join('|');

/** People that one speaks of by their part in one's life; a name often follows. */
export const relations = either(`colleague co-worker coworker workmate manager line_manager boss supervisor team_leader teamleader director mentor tutor teacher lecturer friend mate best_friend husband wife partner fiancé fiancée boyfriend girlfriend
  son daughter child brother sister mother father mum mom dad aunt auntie uncle cousin niece nephew grandmother grandfather grandma grandad nan neighbour neighbor nurse doctor gp consultant therapist counsellor psychologist psychiatrist social_worker keyworker key_worker care_coordinator carer client patient student resident
  kollege kollegin chef chefin freund freundin mann frau bruder schwester collègue ami amie mari femme frère sœur colega amigo amiga hermano hermana jefe jefa vriend vriendin collega broer zus`);

/** Of which something stands in a town, a ward or a street; with what to show in its place. */
export const buildings: readonly [words: string, label: string][] = [
  [either('Ward Ward Suite'), 'ward name'], [either('Hospital Hospice Infirmary Clinic Surgery Medical_Centre Medical_Practice Health_Centre Health_Center Krankenhaus Klinik'), 'hospital name'],
  [either('School Academy College Nursery Kindergarten Gymnasium Grundschule'), 'school name'], [either('Unit House Lodge Wing Court Cottage Hall Manor Centre Center Hostel Care_Home Nursing_Home Community_Centre'), 'place'],
  [either('Church Chapel Mosque Temple Synagogue Cathedral'), 'place'], [either('Library Museum Station Airport Prison Park Market Stadium Pub Inn'), 'place'],
];

export const streets = either('Street Road Lane Avenue Close Drive Crescent Terrace Square Gardens Grove Mews Parade Row Way Boulevard Rd Ave Blvd');

export const months = either(`january february march april may june july august september october november december jan feb mar apr jun jul aug sept sep oct nov dec
  januar februar märz mai juni juli oktober dezember janvier février mars avril juin juillet août septembre octobre novembre décembre
  enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre
  januari februari maart mei augustus janeiro fevereiro março maio junho julho setembro outubro novembro dezembro`);
