/**
 * Answers that were invented and labelled later, each set before the scanners saw it. `{kind|words}` marks what should be found, `may` what
 * opinions differ on. When they were met, 46 of 46 were found in the first set and six finds were too many; 30 of 35 and four in the second;
 * 25 of 27 and eight in the third. The rules were made better after each, so what is counted now flatters them.
 */

/** Sixty about work, university, health services and the neighbourhood. */
export const first: readonly string[] = [
  // English, work
  'The rota comes out on Thursday for the week after, so I can never promise my daughter anything. {name|Denise} in payroll does what she can but she is only one person.',
  'I report to two line managers and they do not talk to each other. One wants everything by Monday, the other thinks Monday is for planning.',
  'Since {name|Tobias Renner} left we have had four interim heads and I could not tell you what any of them stood for.',
  'I used to do nights at {organisation|Fennimore Foods} before coming here, and honestly the canteen was better there.',
  'When I had my accident I was told to call {phone|0113 496 0772} and nobody picked up for two days.',
  'Honestly? Pay. Everything else I can live with.',
  'Our team lead, {name|Priyanka}, noticed I was struggling before I did. She moved my Wednesdays around without making a fuss.',
  'It is the small things: a locked cupboard, a printer that needs three people, a form that asks for the same date of birth four times.',
  'You can quote me, but please not my name. If you need more, write to {email|h.lindqvist@postbox.example} rather than the work address.',
  'I am the only left-handed welder on the Tuesday shift at the {place|Corbridge} yard so they will know it is me anyway.',
  // English, university
  'Lectures were fine. Seminars with {name|Dr Okonjo} were where I learned to argue, because he never let a sentence end in "obviously".',
  'I came through clearing from {place|Aldermoor Sixth Form College} and nobody explained what a reading list was for.',
  'My student number is {number|20418837} if you want to check, but the extension was refused twice without a reason.',
  'The library closing at ten makes no sense in May. The whole of April and May should be open all night.',
  'Group work with people who never turn up. In our group {name|Hamza} and {name|Chloe} did everything and the mark was shared by five.',
  'I live with my nan in {place|Thornley Heath} and the last bus is at 21:40, so evening labs are impossible.',
  'As a mature student I felt invisible in Freshers Week, but the Wednesday coffee mornings in the Students Union saved me.',
  'I emailed the disability office in October, again in November, and then {name|Mrs Adeyemi-Clarke} found my form in a drawer in January.',
  'Statistics in second year nearly broke me, R is not a language for humans, and Stack Overflow is not a teacher.',
  'born {birth|12/09/2001}, first in my family to go to uni, and I still feel like someone is going to ask me to leave',
  // English, health services
  'The nurse on the phone line listened for twenty minutes. I never got her name but she changed how I see the service.',
  'I was discharged from {place|Larkhill Hospital} at two in the morning with a bag of tablets and no coat.',
  'They keep calling me {name|Margaret}. My name is {name|Marguerite} and it is on the front of the file.',
  'My GP surgery is at {postcode|BN3 4QT} and the nearest appointment they could find me was in another county.',
  'Physio was brilliant: six sessions, clear sheets, and somebody who laughed at my jokes. The waiting was the only bad part.',
  '{name|Dr. Whitcombe} said it was stress, {name|Dr. Rahman} said it was my thyroid, and the blood test said nothing at all.',
  'my keyworker {name|shanice} at the hub is the reason i am still here, the crisis team never rang back',
  'My NHS number is {number|943 476 5919}, please just look it up instead of asking me to tell the story again.',
  'I would rather wait in the car than in that room. Hot, loud, no windows, and a television showing house auctions.',
  'After the second miscarriage the midwife, {name|Orla Breen}, came to the house on her day off. I will never forget that.',
  // English, neighbourhood
  'The new cycle lane on {place|Marlpit Lane} stops exactly where you need it, at the roundabout.',
  'We have been at number {may|9} for thirty years, and the young couple at {place|11 Cowper Close} are the first ones to say hello.',
  'Councillor {name|Barraclough} promised lights by Christmas. She did not say which Christmas.',
  'I miss the old market. Fruit, batteries, gossip. Now it is vape shops and a Costa.',
  'Parking, parking, parking. And the bins. And more parking.',
  'The allotment society meets in the back room of the {place|Ferryman Inn}, and that is where everything gets decided.',
  'Facebook is where you find out what happened. The {may|Eastfield} residents page had the flood up before the Environment Agency did.',
  'If you ring me on {phone|+44 7700 900 456} after six I can tell you about the dog situation.',
  'It was quieter before the school moved. Now from eight to nine you cannot get out of your own drive.',
  'I moved here from {place|Gdańsk} in 2006 and people still ask when I am going home. This is home.',
  // German
  'Mein Chef, {name|Herr Dombrowski}, hört zu, aber entscheiden darf er nichts. Das macht alle müde.',
  'Die Pausen sind zu kurz und der Raum ist zu klein. Mehr habe ich nicht zu sagen.',
  'Ich arbeite seit acht Jahren bei der {organisation|Möbelwerk Anders GmbH} und habe noch nie eine Schulung bekommen.',
  'Wir wohnen in der {place|Lindenstraße 14}, direkt über der Bäckerei, und ab vier Uhr morgens riecht es nach Brot.',
  'Meine Kollegin {name|Svenja} hat mich eingearbeitet. Ohne sie wäre ich nach einer Woche wieder gegangen.',
  'Die Verwaltung der Universität antwortet erst nach Wochen, und dann mit einem Formular, das es nicht mehr gibt.',
  'Man erreicht mich unter {phone|0171 5550 142}, aber bitte nicht während der Schicht.',
  'Ich bin am {birth|4. März 1978} geboren und damit die Älteste im Kurs. Das stört niemanden außer mich.',
  // Spanish
  'Trabajo en una cocina pequeña y nadie pregunta cómo estamos. El encargado grita y luego pide perdón.',
  'Mi compañera {name|Lucía Ferreira} me enseñó todo lo que sé. Vive en {place|Villaclara} y viene en tren cada día.',
  'Pueden escribirme a {email|rosa.m@correo.example} si quieren saber más sobre la lista de espera.',
  // French
  'Le médecin ne regarde que son écran. Dix minutes, une ordonnance, au revoir.',
  'J’habite à {place|Montcelet} depuis trois ans et {name|Madame Perrault}, la gardienne, connaît tout le monde.',
  'Mon tuteur, {name|Étienne}, répond aux mails le dimanche. Je ne sais pas si c’est bien pour lui.',
  // Dutch
  'Mijn begeleider {name|Joost van der Meulen} nam de tijd, en dat was precies wat ik nodig had.',
  'De buurt is veranderd, de winkels zijn weg en iedereen heeft haast.',
  // Portuguese
  'A fila começa às seis da manhã. A enfermeira {name|Graça} traz café para quem espera.',
  'Gosto do curso, mas as aulas são longas demais e as salas frias.',
  // Italian
  'Lavoro per la {organisation|Officine Bertelli S.r.l.} da quando avevo vent’anni e non ho mai visto il direttore.',
  'Il mio numero è {phone|+39 340 555 0198}, chiamate pure dopo cena.',
];

/** Forty more. */
export const second: readonly string[] = [
  // English, work
  'Honestly the only reason I stayed is {name|Maureen}. She retires in June and then I will be off as well.',
  'Shifts get swapped in a WhatsApp group that I am not in. {name|lee} and {name|tracy-ann} sort it between them and the rest of us find out after.',
  'We are a small team of three in a big building and if you say the word archivist everyone knows who you mean.',
  'i did six years at {organisation|hollins bakery} before this and got a card and a mug when i left',
  'There was an incident with a forklift on {date|14 February 2023} and afterwards we all had to sign something.',
  'HR in {place|Swindon} said yes, payroll in {place|Daventry} said no. I am still waiting for the back pay.',
  'My badge is {number|E-40772} and the doors still open with the old one, so much for security.',
  'Flexible working means that I flex and they do not.',
  'Call {name|Kwabena} on {phone|ext. 4417}, he will tell you the same thing with more swearing.',
  // English, university
  'I commute from {place|Ormsby St Clare} every day, two buses and a train, for one lecture at nine.',
  'The careers fair was all banks. Not one museum, not one charity, and {organisation|Deloitte} had three tables.',
  'My supervisor went on leave and was replaced by {name|Prof. Van Houten}, who had not read a word I wrote.',
  'I transferred from {organisation|Wexcombe University} because of my anxiety, and here at least somebody asked.',
  'Chemistry labs in Year 2 are a joke, fifteen of us around one fume hood while the demonstrator checks his phone.',
  'My tutor {name|Siobhán} remembered that my mum was ill. That is all. That is the whole answer.',
  'If I had one wish: a microwave in the Hartley Building. Please. We are cold.',
  'im dyslexic and the marking sheets are colour coded?? told {name|mr hargreaves} twice',
  // English, health
  'They diagnosed me with Graves’ disease after Dr Google had already told me, so I was almost disappointed.',
  'The ambulance took fifty minutes to reach {place|Nether Poulton} and the crew were lovely and exhausted.',
  'I asked for a female doctor and got {name|Dr Imran Siddiq}, who was very kind, but it was not what I asked for.',
  'My daughter, {name|Elspeth}, {may|7}, has been on the list for CAMHS since before she could write her name.',
  'Reception at {place|The Willows} will not let you book online and will not pick up the phone. It is a riddle.',
  'Contact me through my sister {name|Bernice Achebe}, {email|bernice_a@mailbox.example}, because I do not have internet.',
  'Ward rounds happen behind the curtain, above your head, in Latin.',
  // English, neighbourhood
  'Number 42 bus, then the 17, then a walk up the hill past {place|St Botolph’s}. That is what going shopping means now.',
  'My husband was born in {place|Jaffna} and people here are kind to him, mostly, except on match days.',
  'The Polish shop, the Turkish barber and the Chinese takeaway are the only places open after eight.',
  'you can find me at {place|27b harrowgate terrace} most evenings with the door open',
  // German
  'In Meetings wird viel geredet, nach Ergebnissen fragt keiner. Unser Teamleiter, {name|Olaf}, nickt nur.',
  'Ich pendle jeden Tag aus {place|Bitterfeld} und stehe im Zug, weil nie genug Sitzplätze da sind.',
  'Meine Hausärztin, {name|Dr. Yıldız}, nimmt sich Zeit, obwohl das Wartezimmer voll ist. Das finde ich stark.',
  'Nach der Geburt unserer Tochter war in der Klinik niemand für Fragen da. Aus Trotz habe ich alles selbst gelesen.',
  'Die Miete ist in drei Jahren um die Hälfte gestiegen. In Vierteln wie unserem wohnt bald niemand mehr, der hier arbeitet.',
  // Spanish, French, Dutch, Portuguese, Italian
  'El horario cambia cada semana y nadie avisa. {name|Don Aurelio} dice que es culpa del ordenador.',
  'Nací en {place|Tarancón} el {birth|3 de mayo de 1969} y nunca he visto el barrio tan vacío.',
  'On mange devant l’écran, debout, en dix minutes. En Février j’ai arrêté de demander pourquoi.',
  'Ma directrice de mémoire, {name|Mme Vasseur-Klein}, répond toujours, même à minuit.',
  'Ik woon in {place|Schagerbrug} en de huisarts zit in het volgende dorp. Zonder auto ben je hier niemand.',
  'A minha colega {name|Benedita} sabe tudo sobre a máquina. Sem ela, a fábrica para.',
  'Sono di {place|Altamura} e studio qui da due anni; la segreteria è aperta solo il martedì.',
];

/** And thirty-four. */
export const third: readonly string[] = [
  'We used to be called the night team and {name|Gwendolyn} ran it like a ship. Now it is an app.',
  'my supervisor {name|abdi} covers three sites so we see him on alternate thursdays if at all',
  'I handed in my notice at {organisation|Pargeter & Sons} the week my father died and they asked for two more weeks.',
  'Remote work gave me my evenings back. I would not go into an office for any money.',
  'The HR portal logs me out every four minutes and then asks for my mother’s maiden name.',
  'I drive from {place|Upper Slaughterford} because the site in {place|Kelbrook} closed in the spring.',
  'if you need a reference ask {name|Sunita Prabhakar}, she left for {organisation|Northern Rail} in March',
  'My payroll number is {number|P0093417}, it has been wrong on every slip since Easter.',
  'As the only Welsh speaker in Year 3 Nursing I am basically anonymous nowhere.',
  'The personal tutor system is a lottery. I drew {name|Dr Featherstonehaugh} and won; my flatmate drew nobody.',
  'Turnitin flagged my own bibliography. Twice.',
  'I took a year out to look after my brother {name|Callum} and came back to different modules, different rooms and no friends.',
  'Halls were damp. {place|Ashdown Court} especially. We had mushrooms in the bathroom, actual mushrooms.',
  'Please bring back the printed timetable and the man who sold soup outside the Union.',
  'They put the wrong date on everything, I was born {birth|29 Feb 1992}, try explaining that to a form.',
  'The receptionist at {place|Brook Street Surgery} told the whole room why I was there.',
  'I have Hodgkin’s and a toddler, so waiting is not something I do well.',
  'Whoever designed the parking at the Infirmary has never been ill.',
  'text me on {phone|07700 900 871}, calls i cannot hear',
  'The health visitor, a Scottish lady called {name|Morag}, was worth more than all the leaflets.',
  'Our street is fine, it is the next one over, {place|Tannery Row}, where the cars get broken into.',
  'The Sikh temple feeds anyone who turns up and nobody from the council has ever said thank you.',
  'we are opposite the lidl at {postcode|LE2 7GH} and the lorries start at five',
  'My landlord Mr {name|Csikszentmihalyi} fixed the boiler himself, on Boxing Day.',
  'In der Nachbarschaft hilft man sich, aber in Ämtern wartet man ewig. {name|Frau Öztürk} vom dritten Stock übersetzt für alle.',
  'Ich habe in {place|Greifswald} studiert und dort niemanden gekannt. Hier in {place|Hagen} ist es umgekehrt.',
  'Nach Corona kam keiner zurück. In Vorlesungen sitzen zehn Leute, in Zoom waren es hundert.',
  'El médico, el {name|Dr. Salvatierra}, habla muy rápido y yo salgo sin entender nada.',
  'Mi hermana vive en {place|Cudillero} y yo en la ciudad, y nos vemos en verano.',
  'Je prends le bus à {place|Saint-Gelven} à six heures, et en hiver il fait nuit toute la journée.',
  'Notre cheffe, {name|Capucine Aubry}, est partie en avril et le poste est vide depuis.',
  'Ik heb {name|Marijke} van de receptie nooit zien zitten, ze rent de hele dag.',
  'O professor {name|Anselmo} corrige os trabalhos à mão e escreve mais do que nós.',
  'Lavoro di notte e dormo di giorno; mia figlia la vedo la domenica, a pranzo da mia madre.',
];
