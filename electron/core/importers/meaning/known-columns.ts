/** Column names of survey tools, compared without case, blanks and punctuation. */
export const plainName = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}#]+/gu, '');

const set = (names: string) => new Set(names.trim().split(/\s+/));

/** They say who somebody is, or where: never brought in unless a person asks for it. */
const identifying = set(`
  ipaddress ip ipaddr email emailaddress mail name firstname lastname fullname surname forename yourname username telephone phone phonenumber mobile mobilenumber
  recipientemail recipientlastname recipientfirstname externalreference externaldatareference locationlatitude locationlongitude locationaccuracy
  latitude longitude gps gpslatitude gpslongitude gpsaltitude gpsaccuracy address streetaddress postaladdress postcode zipcode zip dateofbirth dob birthdate studentid studentno studentnumber matriculationnumber matrikelnummer employeeid employeenumber staffid nhsnumber deviceid contactid networkid sessionid
  correoelectronico correoelectrónico courrierélectronique adresseemail emailadresse indirizzoemail nombre apellido vorname nom prénom prenom
  ipadresse adresseip direcciónip nachname familienname benutzername nombredeusuario nomdutilisateur apellidos nome cognome sobrenome naam voornaam achternaam
  adressedemessagerie adresseélectronique direccióndecorreoelectrónico endereçodeemail postaelettronica emailadres адресэлектроннойпочты メールアドレス 电子邮件地址`);

/** What a survey tool records about the filling-in. */
const recorded = set(`
  startdate enddate status progress duration durationinseconds startingtime endingtime lastanswertime finished recordeddate distributionchannel userlanguage responseset surveyid collectorid datecreated datemodified customdata1
  qrecaptchascore qrelevantidduplicate qrelevantidduplicatescore qrelevantidfraudscore qrelevantidlaststartdate qballotboxstuffing qduplicate qurl qlanguage
  browser operatingsystem useragent
  submitdate lastpage startlanguage seed datestamp refurl interviewtime
  completiondate starttime completiontime startzeit fertigstellungszeit heurededébut heuredefin horadeinicio horadefinalización horadeinício horadeconclusão
  oradiinizio oradicompletamento begintijd tijdvanvoltooien lastmodifiedtime totalpoints puntuación pontuação punteggio punktzahl gesamtpunktzahl quizfeedback score
  start end today submissiontime validationstatus notessystem submittedby tags index parentindex parenttablename submissionuuid submissiondate submitterid reviewstate edits
  redcapeventname redcaprepeatinstrument redcaprepeatinstance redcapsurveyidentifier redcapdataaccessgroup
  startdateutc submitdateutc stagedateutc responsetype ending timestarted datesubmitted legacycomments referer captcha`);

/** “Timestamp” in the languages of Google Forms; combining marks are dropped by `plainName`. */
export const timestampNames: ReadonlySet<string> = new Set(
  ['Timestamp', 'Carimbo de data/hora', 'Marca temporal', 'Horodateur', 'Zeitstempel', 'Informazioni cronologiche', 'Tijdstempel', 'Отметка времени']
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
  /^(?:what(?:’s|'s| is)|please (?:enter|give|write|state|provide)) your (?:(?:full |first |last |given |family )?name|(?:e-?mail|home|postal)(?: address)?|address|(?:tele|mobile )?phone(?: number)?|postcode|zip code|date of birth)[.:*?]*$/i;

export const isIdentifying = (name: string): boolean =>
  contact.test(name.trim()) ||
  asksWho.test(name.trim()) ||
  identifying.has(plainName(name)) ||
  personName.test(name.trim()) ||
  /(^|[_:.\s-])(gps|_?location)[_:.\s-]*(latitude|longitude|altitude|accuracy|precision)/i.test(name);
/** Survey tools record these; in somebody's own table they are facts about people. */
const ownWords = set('status score progress tags index edits ending');
/** REDCap's own columns in an export with labels. */
const redcapLabels = set('eventname repeatinstrument repeatinstance surveyidentifier dataaccessgroup surveytimestamp complete');
/** `producer` is empty for a table that no survey tool made. */
export const isRecorded = (name: string, producer: string): boolean =>
  !(producer === '' && ownWords.has(name.trim().toLowerCase())) && (recordedByTools(name) || (producer === 'REDCap' && redcapLabels.has(plainName(name))));
const recordedByTools = (name: string): boolean =>
  recorded.has(plainName(name)) ||
  timestampNames.has(plainName(name)) ||
  // Quizzes of Microsoft Forms.
  /^(points|feedback|punkte|puntos|pontos|punti|punten) - ./i.test(name) ||
  /_(first click|last click|page submit|click count|browser|version|operating system|resolution)$/i.test(name) ||
  /^(grouptime\d+|__version__|q_\w+)$/i.test(name) ||
  // What LimeSurvey measured for each question.
  /^[A-Za-z]+\d+\w*Time$/.test(name) ||
  /_(complete|timestamp)$/.test(name) ||
  /_DO(_\d+)?$/.test(name);
/** Somebody's coding, or Qualtrics' Text iQ: it is about answers and is none. A question that merely ends in such a word is longer, or asks. */
export const isAddedLater = (name: string): boolean =>
  name.length < 60 && !name.includes('?') && (/\S[\s_–-]+(?:coded|codings?|themes?)(?:[\s_-]?\d+)?$/i.test(name) || /\S - (?:topics|sentiment\b.*|parent topics|topic hierarchy.*|actionability|effort.*|emotion.*)$/i.test(name));
/** Lower is better; undefined for a name that does not promise an id. */
export function participantRank(name: string): number | undefined {
  const rank = participantNames.indexOf(plainName(name));
  return rank === -1 ? undefined : rank;
}
