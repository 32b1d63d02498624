/**
 * Small word lists for the scanners: mainly English, with what other languages in Latin letters add cheaply. They are made
 * by hand and incomplete on purpose; what they leave out is shown to the researcher once more than needed, or missed.
 */
export const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

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
  moodle blackboard canvas panopto turnitin slack github linkedin tiktok snapchat discord python java javascript matlab stata spss nvivo stack overflow gmail yahoo hotmail dropbox onedrive sharepoint chatgpt skype webex fitbit
  urdu punjabi hindi bengali gujarati swahili yoruba cantonese mandarin latin greek hebrew gaelic maths math psychology biology chemistry physics history geography drama music sociology economics
  a&e gp gps icu nhs hr pe pta send tv id iv ct mri adhd asd ptsd bame lgbt covid long sixth form year reception dean department faculty campus uni union student students
  mum mom dad mummy daddy nan gran granny grandad grandma grandpa auntie uncle
  mr mrs ms mx dr prof
  januar februar märz mai juni juli oktober dezember janvier février avril juin juillet août septembre octobre novembre décembre enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
  gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre januari februari maart mei augustus janeiro fevereiro março maio junho julho setembro outubro novembro dezembro
  boxing infirmary
  freshers induction semester term module week
  weihnachten ostern pfingsten silvester navidad pascua noël pâques toussaint natale pasqua kerst kerstmis pasen natal páscoa semana santa
  deutschland österreich schweiz europa españa italia francia alemania allemagne angleterre europe portugal brasil nederland duitsland inghilterra germania
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

/**
 * German nouns that stand behind “in”, “nach” and “aus” without being towns, beside those with the endings of abstract nouns; in lower case.
 * Every noun has a capital there.
 */
const germanNouns = list(`
  abhängigkeit absprache aktion angriff angst anspruch arbeit armut aufregung auge augen ausbildung ausnahmefällen bedarf bereichen berufen betracht betrieb bewegung bezug bibliotheken briefen büros corona deutsch diensten dingen druck eile eigenregie einklang einzelfällen elternzeit englisch erfahrung
  erinnerung fällen familien farbe ferien feierabend firmen form frage freizeit frieden freiheit freude führung ganz gang gebrauch gefahr gefühl geld gemeinschaft geschäften gesprächen gruppe gruppen gründen hause haushalt heimen hektik hilfe interesse jahr jahren kauf kindergärten kinos kisten kleidung kliniken kontakt
  konkurrenz kraft krankenhäusern kürze kursen langeweile läden leben leitung liebe luft mangel maßen meetings mitleid mitleidenschaft monat monaten minuten musik nachbarschaft nacht neugier not notfällen notwehr ordnung panik pausen pension person plan planung praktika praxis projekten prüfungen raten räumen regeln reichweite reihe rente richtung
  ruhe sachen schicht schichten schulden schule schulen schutz schwung seminaren serie sicherheit sicht situationen sorge spaß stande stationen stimmung stress streit stunden summe supermärkten süden norden osten westen tagen takt tat teams teilen teilzeit tränen trauer treue übung umlauf uniform urlaub vereinen verbindung verdacht vergessenheit versehen vertrauen verwendung verzug
  vollzeit vorbereitung vorlesungen weise welt wahrheit wettbewerb wirklichkeit woche wochen wohnungen wut zahlen zeit zeiten zimmern zorn zukunft zusammenarbeit zweifel`);
export const areGermanNouns = (words: string): boolean => words.split(/\s+/u).every(isGermanNoun);
const isGermanNoun = (word: string): boolean => germanNouns.has(word.toLowerCase()) || /(?:ung|ungen|heit|heiten|keit|keiten|schaft|schaften|ion|ionen|tät|täten|nis|nisse|nissen|sitzungen|zeit|zeiten|stunden|wochen|tagen|monaten|jahren|pausen|fällen|kursen)$/u.test(word);

/** Conditions that bear the name of who described them; in lower case. */
export const conditions = list('addison alzheimer asperger bell crohn cushing down ehlers-danlos graves hashimoto hodgkin huntington marfan ménière meniere parkinson raynaud sjögren tourette turner wilson');

/** One alternative of a pattern out of words. */
const either = (words: string) => words.trim().split(/\s+/).map((word) => word.replaceAll('_', '\\s+')).join('|');

/** Everyday words that follow what introduces a name or a place in small letters (“called lazy”, “live in halls”, “dr appointments”); in lower case. */
const everydayWords = list(`
  able abroad absent academic accommodation afraid alive alone amazing angry another anxious anxiety appointment appointments area aware away awful baby back background bank bare barely basis beautiful bed behind below beside benefits beside beyond big bit
  blind block board boarding body bored boring born boss both brain brave break brilliant broken brother brothers bus business busy calm campus cancer car caravan care careless case cash cell chair chaos charge charity cheap child children choice church city class
  classes classroom clean clever clinic clinical close clothes cold college comfort comfortable committed community company complete complex computer confident confused constant contact content control cool corner cost council counsellor counselling country countryside county couple course
  covid crap crazy cruel cry culture currently cut daily dark dead deaf debt deep dentist depressed depression desk detail different difficult digital direct dirty disabled disability distance district doctor doctors doing domestic door dormitory doubt down drama dream driver dry due dumb
  early earth east eastern education either elderly elsewhere email emergency empty end energy england english enough environment equal essay estate europe event ever everywhere evil exam exams excellent exact excited experience expert external extra extreme eye face fact fair
  family famous fantastic far farm fast fat father favourite fear fed fell felt female few field final finally financial fine fire firm fit flat flats flexible food football foreign former forever forward foster found friendly friend friends front full fun funny funds further future
  gay gap general gentle girl girls god goodbye group groups grown guilt guy guys half hall halls hand hands harsh head heart heaven heavy hell help helpful hence here hidden high home homeless homes honest hope horrible host hot hour hours house houses housing huge human hungry
  hurt ideal ill illness important inside instead interested interest internal into isolation issue issues job jobs joke journey junior keen kid kids kind kitchen know lab labs ladies lady language large late lazy learn lecturer lecturers left less lesson lessons letter level library life light like
  limbo line list little live lived lives local lockdown logic london lonely lone longer loose lost lot lots loud love loved lovely lower lucky lunch mad main male man management mark marks married master mate mates maths matter mature maximum mean medical medicine meeting member members
  men mental message middle mind mine minimum minor minute missing mistake mixed modern module moment money mother mouth move moved mum mums music myself naked name named names nan nation national nature near nearby negative nervous neutral nice night nights noise normal north northern nothing notes
  notice nowhere number numb nurse nurses obvious odd offer office official online onto opposite option orders ordinary original outside overseas own pain paper parent parents part partner partners party past patient patients pay peace peers perfect perfectly permanent person phone physical physio picture pieces place placement
  plain plan plans plus point police polite politics poor positive possible post poverty power practice practical pregnant present pressure pretty previous primary prison private problem problems professional prompt proper proud psycho public pub pupil pupils question questions quick quiet quit race rarely rate reading ready
  real reality really reason recent reception recently records referral referrals regret regular relation rent rented research residence respect rest results retail retired return rich rid role room rooms round rude rural sad safe safely safer said salary same sane save scared school schools science scheme
  seat secondary secret section seminar seminars senior sense separate series serious service services session sessions set shame shared sheltered shelter shift shifts shit shock shop shops short shy sick side silence silent silly simple single sister sisters site sleep slow slower small smaller smart social society sofa soft someone
  son sons soon sound south southern space special specialist spain staff stage standard start state states steady still stock stop strange stranger strangers street stress stressed strict strong stuck student students studies study stuff stupid subject suburb sudden suffer suitable summer supermarket supported surgery surgeries surprise sweet
  system table tablet task teacher teachers team teams temporary tent term terms terrible test text thanks that theatre themselves theory therapist therapists therapy thick thing things though threat tight tiny tired together told toilet tomorrow tone tough tour toward towards town towns track trade trauma travel trouble
  trust truth tutor tutors twins type uncle under understaffed unfair uni unique unit universities university unknown unwell upset urban urgent useful useless usual vague vain value view village villages visit visits visiting voluntary volunteer volunteers vulnerable wait ward wards warehouse warm waste water weak weather website weekend weekends
  weight weird welcome west western wheelchair white whole wide wife wild winter wise woman women wonderful word words worker workers workplace works world worried worry worse worth woman yard year years young younger yourself youth zone
  cried left says came went told knew died walked helped looked asked called lives loves likes gets makes takes works wants needs helps knows thinks goes comes became saw gave put got sat felt took ran met kept lost paid spent drove spoke wrote broke fell grew brought thought bought taught sent
  accused bus cafe construction finance hospitality hospitals insurance industry law marketing nursing retail sales tech teaching agency agencies amazon charities employers ngo ngos startup startups factory factories free nobody peanuts pennies pence
  accordingly adhd alcohol autism bipolar dementia diabetes dyslexia fatigue grief homework hunger illness money mould noise nurseries poverty refuge refuges spare squalor student temporary uncertainty worry`);

/** An everyday word, alone or with an ending. */
export const isEveryday = (word: string): boolean => {
  const small = word.toLowerCase().replace(/['’]s?$/u, '');
  const listed = (each: string) => starters.has(each) || harmless.has(each) || everydayWords.has(each);
  return small.length < 2 || listed(small) || (small.endsWith('s') && listed(small.slice(0, -1)));
};

/** A word in small letters that is hardly a name: an everyday word, or one with an ending that names seldom have. */
export const isOrdinary = (word: string): boolean =>
  isEveryday(word) || word.length < 3 || /(?:ing|ed|ly|tions?|sions?|ments?|ness|ity|ies|ous|ful|less|able|ible|ance|ence|ship|ism|ists?|ical|ology|ive|ary|ants?|ents?|ers?)$/iu.test(word);

/** People that one speaks of by their part in one's life; a name often follows. */
export const relations = either(`colleague co-worker coworker workmate manager line_manager boss supervisor team_leader teamleader director mentor tutor teacher lecturer friend mate best_friend husband wife partner fiancé fiancée boyfriend girlfriend
  son daughter child brother sister mother father mum mom dad aunt auntie uncle cousin niece nephew grandmother grandfather grandma grandad nan neighbour neighbor nurse doctor gp consultant therapist counsellor psychologist psychiatrist social_worker keyworker key_worker care_coordinator carer client patient student resident flatmate housemate roommate classmate tutee physio physiotherapist midwife social_worker matron hca receptionist headteacher head_teacher head_of_year landlord landlady coach chaplain dentist surgeon personal_tutor course_leader module_leader advisor adviser nan gran granny stepmum stepdad stepson stepdaughter ex
  Kollege Kollegin Chef Chefin Freund Freundin Mann Frau Bruder Schwester Sohn Tochter Mutter Vater Nachbar Nachbarin Teamleiter Teamleiterin Abteilungsleiter Abteilungsleiterin Schichtleiter Schichtleiterin Vorgesetzter Vorgesetzte Lehrer Lehrerin Hausarzt Hausärztin Arzt Ärztin Betreuer Betreuerin Mitbewohner Mitbewohnerin Therapeut Therapeutin Dozent Dozentin Pfleger Pflegerin Ausbilder Ausbilderin Tante Onkel Oma Opa
  kollege kollegin chef chefin freund freundin mann frau bruder schwester collègue ami amie mari femme frère sœur colega amigo amiga hermano hermana jefe jefa vriend vriendin collega broer zus`);

/** Of which something stands in a town, a ward or a street; with what to show in its place. */
export const buildings: readonly [words: string, label: string][] = [
  [either('Ward Ward Suite'), 'ward name'], [either('Hospital Hospice Infirmary Clinic Surgery Medical_Centre Medical_Practice Dental_Practice Practice Pharmacy Medical_Group Health_Centre Health_Center Krankenhaus Klinik'), 'hospital name'],
  [either('School Academy College Campus Nursery Infants Juniors Primary Grammar High Kindergarten Gymnasium Grundschule'), 'school name'], [either('Unit House Lodge Wing Court Cottage Hall Manor Centre Center Hostel Hotel Halls Hub Estate Tower Towers Flats Gardens Farm Theatre Café Cafe Arena Care_Home Nursing_Home Community_Centre'), 'place'],
  [either('Church Priory Abbey Chapel Mosque Temple Synagogue Cathedral'), 'place'], [either('Library Museum Station Airport Prison Park Market Stadium Pub Inn Arms Gym Harbour Retail_Park Business_Park Shopping_Centre'), 'place'],
];

export const streets = either('Street Road Lane Avenue Close Drive Crescent Terrace Square Gardens Grove Mews Parade Row Way Boulevard Rd Ave Blvd');

export const months = either(`january february march april may june july august september october november december jan feb mar apr jun jul aug sept sep oct nov dec
  januar februar märz mai juni juli oktober dezember janvier février mars avril juin juillet août septembre octobre novembre décembre
  enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre
  januari februari maart mei augustus janeiro fevereiro março maio junho julho setembro outubro novembro dezembro`);
