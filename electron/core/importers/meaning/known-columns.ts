/** Column names of survey tools, compared without case, blanks and punctuation. */
export const plainName = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}#]+/gu, '');

/** Microsoft Forms names its own columns in the language of whoever exports: start and completion, between the number and the e-mail address. */
export const formsTimes: readonly (readonly [start: string, completion: string])[] = [
  ['starttime', 'completiontime'],
  ['startzeit', 'fertigstellungszeit'],
  ['heurededébut', 'heuredefin'],
  ['horadeinicio', 'horadefinalización'],
  ['horadeinício', 'horadeconclusão'],
  ['oradiinizio', 'oradicompletamento'],
  ['begintijd', 'tijdvanvoltooien'],
  ['starttid', 'slutförandetid'],
  ['starttidspunkt', 'fuldførelsestidspunkt'],
  ['starttidspunkt', 'fullføringstidspunkt'],
  ['aloitusaika', 'valmistumisaika'],
  ['godzinarozpoczęcia', 'godzinaukończenia'],
  ['časspuštění', 'časdokončení'],
  ['kezdésidőpontja', 'befejezésidőpontja'],
  ['başlangıçzamanı', 'tamamlanmazamanı'],
  ['времяначала', 'времявыполнения'],
  ['времяначала', 'времязавершения'],
  ['часпочатку', 'часзавершення'],
  ['ώραέναρξης', 'ώραολοκλήρωσης'],
  ['开始时间', '完成时间'],
  ['開始時間', '完成時間'],
  ['開始時刻', '完了時刻'],
  ['시작시간', '완료시간'],
  ['وقتالبدء', 'وقتالإكمال'],
  ['שעתהתחלה', 'שעתסיום'],
];

const set = (names: string) => new Set(names.trim().split(/\s+/));

/** They say who somebody is, or where: never brought in unless a person asks for it. */
const identifying = set(`
  ipaddress ip ipaddr email emailaddress mail name firstname lastname fullname surname forename yourname username telephone phone phonenumber mobile mobilenumber
  recipientemail recipientlastname recipientfirstname externalreference externaldatareference locationlatitude locationlongitude locationaccuracy
  latitude longitude gps gpslatitude gpslongitude gpsaltitude gpsaccuracy address streetaddress postaladdress postcode zipcode zip dateofbirth dob birthdate studentid studentno studentnumber matriculationnumber matrikelnummer employeeid employeenumber staffid nhsnumber deviceid contactid networkid sessionid
  addressline1 addressline2 address1 address2 postalcode zippostcode zippostalcode codepostal postleitzahl plz códigopostal codigopostal cep mailaddress mailingaddress simserial subscriberid imei submittername
  contactdetails contactinfo contactinformation signature prolificpid prolificid workerid mturkworkerid mturkid assignmentid whatsapp linkedin linkedinprofile linkedinurl profillinkedin twitter twitterhandle facebook instagram skype orcid
  téléphone telefon telefonnummer teléfono telefone telefono telefoonnummer celular móvil handynummer puhelin puhelinnumero телефон 電話番号 电话 手机号
  correoelectronico correoelectrónico courrierélectronique adresseemail emailadresse indirizzoemail nombre apellido vorname nom prénom prenom
  ipadresse adresseip direcciónip nachname familienname benutzername nombredeusuario nomdutilisateur apellidos nome cognome sobrenome naam voornaam achternaam
  namn navn nimi nazwa imię imięinazwisko nazwisko jméno příjmení keresztnév név nume prenume prénomnom nomprénom nometprénom nomecompleto nombrecompleto nombreyapellidos nombreyapellido nomeecognome nomecognome nomesobrenome
  voorenachternaam vorundnachname vornamenachname adsoyad adınızsoyadınız имя фио фамилия имяифамилия ім’я имяпользователя όνομα ονοματεπώνυμο שם שםמלא الاسم الاسمالكامل نام 名前 氏名 お名前 姓名 名称 名字 이름 성명 ชื่อ ชื่อนามสกุล họvàtên nama namalengkap namapenuh
  nazwaużytkownika sähköposti sähköpostiosoite epost epostadress epostadresse mailadresse adresemail emailováadresa emailcím emailcímed adresădeemail eposta epostaadresi alamatemail alamatemel địachỉemail адресэлпочты електроннаадреса email地址 電子郵件地址 电子邮件 電子郵件 邮箱 メール 이메일 이메일주소 전자메일
  adressedemessagerie adresseélectronique direccióndecorreoelectrónico endereçodeemail postaelettronica emailadres адресэлектроннойпочты メールアドレス 电子邮件地址`);

/** What a survey tool records about the filling-in. */
const recorded = set(`
  startdate enddate status progress duration durationinseconds startingtime endingtime lastanswertime finished recordeddate distributionchannel userlanguage responseset surveyid collectorid datecreated datemodified customdata1
  qrecaptchascore qrelevantidduplicate qrelevantidduplicatescore qrelevantidfraudscore qrelevantidlaststartdate qballotboxstuffing qduplicate qurl qlanguage
  browser operatingsystem useragent
  submitdate lastpage startlanguage seed datestamp refurl interviewtime
  completiondate lastmodifiedtime totalpoints puntuación pontuação punteggio punktzahl gesamtpunktzahl quizfeedback score
  start end today submissiontime validationstatus notessystem submittedby tags index parentindex parenttablename submissionuuid submissiondate submitterid reviewstate edits
  redcapeventname redcaprepeatinstrument redcaprepeatinstance redcapsurveyidentifier redcapdataaccessgroup
  startdateutc submitdateutc stagedateutc responsetype ending timestarted datesubmitted legacycomments referer extendedreferer captcha fbclid gclid token
  parentkey attachmentspresent attachmentsexpected formversion formhubuuid rootuuid audit
  submissionid customstudytncsacceptedat startedat completedat reviewedat archivedat timetaken completioncode totalapprovals`);
const times = new Set(formsTimes.flat());

/** “Timestamp” in the languages of Google Forms; combining marks are dropped by `plainName`. */
export const timestampNames: ReadonlySet<string> = new Set(
  ['Timestamp', 'Tidstämpel', 'Tidsstämpel', 'Tidsstempel', 'Tidsmerke', 'Aikaleima', 'Sygnatura czasowa', 'Časová značka', 'Časová pečiatka', 'Časovni žig', 'Vremenska oznaka', 'Időbélyeg', 'Marcaj de timp', 'Marcaj temporal']
    .concat(['Zaman damgası', 'Stempel waktu', 'Cap waktu', 'Cap masa', 'Dấu thời gian', 'Позначка часу', 'Клеймо за време', 'Временска ознака', 'Χρονική σήμανση', 'Laiko žyma', 'Laikspiedols', 'Ajatempel', 'Marca de temps'])
    .concat(['टाइमस्टैम्प', 'टाइमस्टैंप', 'টাইমস্ট্যাম্প', 'مهر زمان', 'ٹائم سٹیمپ'])
    .concat(['Carimbo de data/hora', 'Marca temporal', 'Horodateur', 'Zeitstempel', 'Informazioni cronologiche', 'Tijdstempel', 'Отметка времени'])
    .concat(['タイムスタンプ', '时间戳记', '時間戳記', '타임스탬프', 'ประทับเวลา', 'طابع زمني', 'חותמת זמן'])
    .map(plainName),
);

/** In this order: the first of these that a file has tells its respondents apart. */
const participantNames = [
  'responseid',
  'participantid',
  'participant',
  'participantnumber',
  'participantno',
  'participantnr',
  'participantcode',
  'respondentid',
  'respondent',
  'respondentnumber',
  'respondentno',
  'respondentcode',
  'urn',
  'uniqueresponsenumber',
  'uuid',
  'instanceid',
  'metainstanceid',
  'key',
  'recordid',
  'subjectid',
  'subject',
  'caseid',
  'case',
  'personid',
  'person',
  'userid',
  'pid',
  'ppt',
  'pptid',
  'ppid',
  'studyid',
  'surveyparticipantid',
  'respid',
  'responsenumber',
  'id',
  'lfdn',
  'participantprivateid',
  'prolificpid',
  'prolificid',
  'submissionid',
  'anonymousid',
  'identifier',
  'pseudonym',
  'teilnehmer',
  'teilnehmerid',
  'token',
  '#',
];

const personName = /^(?:(?:first|last|full|family|given|middle|your|sur)[\s_-]*name|name[\s_-]*(?:first|last|full))$/i;

/** “Mobile phone no.”, “Your e-mail address”, “What is your full name?”. */
const contact = /^(?:your |home |mobile |work |contact |student |personal )*(?:e-?mail|(?:tele|mobile |cell )?phone|mobile)(?: ?(?:address|number|no|nr))?[.:*?]*$/i;
const asksWho =
  /^(?:[\p{L} ’']{1,30}[,.:!–-]+ )?(?:what(?:’s|'s| is)|please (?:enter|give|write|state|provide)) your (?:(?:full |first |last |given |family )?name|(?:e-?mail|home|postal)(?: address)?|address|(?:tele|mobile )?phone(?: number)?|postcode|zip code|date of birth)[.:*?]*$/iu;

/** Other people, by what they are to the respondent. */
const someone = '(?:(?:line|project|head|class|form|course|personal|family|emergency|contact|social|key|case|support|next of|direct|former|current|clinical|academic|thesis) ){0,2}(?:supervisor|manager|boss|teacher|tutor|mentor|lecturer|professor|instructor|trainer|coach|advis[eo]r|counsell?or|therapist|doctor|gp|physician|nurse|midwife|carer|caregiver|parent|guardian|mother|father|partner|spouse|husband|wife|child|children|son|daughter|colleague|co-?worker|worker|friend|neighbou?r|relative|kin|contact(?: person)?|referee|landlord)s?';
const someones = `${someone}(?:(?: and| or|,|/| /) ?${someone})*`;
const reached = '(?:(?:full|first|last|family) )?(?:names?|(?:e-?mail|home|postal)(?: address(?:es)?)?|address(?:es)?|(?:(?:tele|mobile |cell )?phone|mobile)(?: (?:numbers?|no))?|contact (?:details|information))';
const reachedBy = `${reached}(?:(?: and|,| or|/) ?${reached})*`;
/** “Name of your supervisor”, “Manager’s name”, “Who is your tutor?”; what somebody’s tool is called is no such thing. */
const ofOthers = new RegExp(
  `^(?:q?\\d{1,3}[.):] *)?(?:what (?:is|was|are) |please (?:enter|give|write|state|provide) )?(?:(?:the |your )?${reachedBy} (?:of|for) (?:(?:your|the|my|their) )?${someones}|(?:your |the |my )?${someones}(?:['’]s?)? ${reachedBy}|who (?:is|was|are) your ${someones})[.:*?]*$`,
  'i',
);

/** People whom a study calls by what they do in it; what “Name of member” holds decides whether it names people. */
const somebody =
  '(?:(?:household|family|group|team|club|committee|board|choir|union|staff|field|community|research|survey|data|main|selected|other|new) ){0,2}(?:respondent|participant|interviewee|interviewer|enumerator|surveyor|informant|moderator|facilitator|researcher|field ?worker|collector|member|person(?: interviewed| responsible| completing (?:the|this) form)?|volunteer|patient|client|student|pupil|learner|employee|applicant|candidate|resident|tenant|farmer|beneficiary|visitor|customer|user|baby|head of (?:the )?(?:household|family)|household head)s?';
const namedPeople = new RegExp(
  `^(?:[^/]{1,60}/)?(?:q?\\d{1,3}[.):] *)?(?:what (?:is|are|was) |please (?:enter|give|write|state|provide) )?(?:(?:the |your )?(?:(?:full|first|last|family) )?names? of (?:(?:the|this|each|your|every) )?${somebody}|(?:the |your )?${somebody}(?:['’]s?)? (?:(?:full|first|last|family) )?names?)[.:*?]*$`,
  'i',
);
const whoAsked = /^(?:[^/]{1,60}\/)?(?:(?:the |field )?(?:interviewer|enumerator|surveyor|moderator|facilitator|data collector|field ?worker)s?|(?:interviewed|recorded|surveyed|data collected|collected|facilitated|moderated) by)[.:*?]*$/i;
/** Columns that hold names of people where their values look like names. */
export const mayNamePeople = (name: string): boolean => {
  const asked = bare(name).replaceAll('_', ' ');
  return namedPeople.test(asked) || whoAsked.test(asked);
};

/** Who is meant, behind a code: `hh/respondent_name`, `enumerator_name`. */
const namedRole = /(?:^|[_/:.-])(?:resp(?:ondent)?|hh|household|interviewee|participant|enum(?:erator)?|interviewer|contact|head|member|patient|parent|child|student)_?(?:full_?)?name$/i;
const place = /(?:^|[_:./\s-])(?:latitude|longitude)$|(?:^|[_:./\s-])(?:gps|_?location)[_:./\s-]*(?:altitude|accuracy|precision)|[:-](?:Altitude|Accuracy)$|^_.*_(?:altitude|precision)$/;

/** A name without “(optional)” behind it, and without what a tool appends to tell equal names apart (`first_name_6c5d9b`, `email_2`). */
const bare = (name: string): string => name.trim().replace(/\s*\([^()]*\)[\s*:]*$/, '').replace(/_(?:[0-9a-f]{6}|\d)$/, '');

export const isIdentifying = (name: string): boolean => {
  const asked = bare(name);
  // The last part of a code with groups in front: `intro/email`.
  const last = /^[\w-]+(?:[/:][\w-]+)+$/.test(asked) ? asked.replace(/^.*[/:]/, '') : asked;
  return contact.test(asked) || asksWho.test(asked) || ofOthers.test(last.replaceAll('_', ' ')) || identifying.has(plainName(last)) || personName.test(last) || namedRole.test(asked) || place.test(asked.toLowerCase()) || place.test(asked);
};
/** Survey tools record these; in somebody's own table they are facts about people. */
const ownWords = set('status score progress tags index edits ending browser token');
/** SoSci Survey's own, of which many are everyday words. */
const soSci = /^(?:SERIAL|REF|QUESTNNR|MODE|LANGUAGE|STARTED|LASTDATA|STATUS|FINISHED|Q_VIEWER|LASTPAGE|MAXPAGE|MAIL\w*|TIME\w*|MISSING|MISSREL|DEG\w*)$/;
/** REDCap's own columns in an export with labels. */
const redcapLabels = set('eventname repeatinstrument repeatinstance surveyidentifier dataaccessgroup surveytimestamp complete');
/** `producer` is empty for a table that no survey tool made. */
export const isRecorded = (name: string, producer: string): boolean =>
  !(producer === '' && ownWords.has(name.trim().toLowerCase())) &&
  (recordedByTools(name) || (producer === 'REDCap' && redcapLabels.has(plainName(name))) || (producer === 'ODK' && /(?:^|[:-])(?:key|instanceid)$/i.test(name)) || (producer === 'SoSci Survey' && soSci.test(name)) || (producer === 'Qualtrics' && /^Q_[A-Z][A-Za-z]{2,}/.test(name)));
const recordedByTools = (name: string): boolean =>
  recorded.has(plainName(name)) ||
  times.has(plainName(name)) ||
  timestampNames.has(plainName(name)) ||
  // Quizzes of Microsoft Forms.
  /^(points|feedback|punkte|puntos|pontos|punti|punten) - ./i.test(name) ||
  /_(first click|last click|page submit|click count|browser|version|operating system|resolution)$/i.test(name) ||
  ofSubmission.test(name) ||
  /^(grouptime\d+|__version__|utm_\w+|_id|set-of-.+)$/i.test(name) ||
  // What LimeSurvey measured for each question.
  /^[A-Za-z]+\d+\w*Time$/.test(name) ||
  /_(complete|timestamp)$/.test(name) ||
  /_DO(_\d+)?$/.test(name);
/** Somebody's coding, or Qualtrics' Text iQ: it is about answers and is none. A question that merely ends in such a word is longer, or asks. */
export const isAddedLater = (name: string): boolean =>
  name.length < 60 && !name.includes('?') && (/_NPS_GROUP$/.test(name) || /\S[\s_–-]+(?:coded|codings?|themes?)(?:[\s_-]?\d+)?$/i.test(name) || /\S - (?:topics|sentiment\b.*|parent topics|topic hierarchy.*|actionability|effort.*|emotion.*)$/i.test(name));
/** What KoboToolbox repeats of a response beside each entry of a repeat group: several entries share it. */
const ofSubmission = /^_submission__/;
/** Lower is better; undefined for a name that does not promise an id. */
export function participantRank(name: string): number | undefined {
  if (ofSubmission.test(name)) return undefined;
  const rank = participantNames.indexOf(plainName(name));
  return rank === -1 ? undefined : rank;
}
