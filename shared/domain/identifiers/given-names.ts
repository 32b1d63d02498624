import { list } from './words.ts';

/** Common given names of many countries, in lower case. Those that are above all everyday words (Will, May, Grace) are left out. */
export const givenNames = list(`
  aaron abdul abigail adam ade adebayo adeola aditi aditya adrian agnes agnieszka ahmad ahmed aidan aiden aileen ailsa aisha aisling ajay akira alan alastair albert alejandro aleksandra alessandro alessia alex alexander alexandra alexandre
  alexis alfie ali alice alina alison alistair allan allen alyssa aman amanda amara amelia amina amir amirah amit amrita amy ana anand anastasia andre andrea andreas andrew andré andrés andrzej andy aneta angela angus anil anita anja
  anjali ann anna annabel annabelle anne anneliese annette annie annika ansgar anthea anthony antje antoine anton antonia antonio anya aoife archana archie ariana arjun armando arnold arthur arun asha ashley asif astrid audrey ayaan ayesha
  ayo azra
  babak baptiste barbara bartosz beata beatrice beatriz becky bella ben benedict benjamin benjamín bernadette bernard bernd bernhard bert bertie beth bethany betty bex bianca bilal billie birgit björn blessing bob bogdan boris bradley
  brandon breda brenda brenna brett brian bridget brigitte brittany bronagh bronwen bruno bryan bryony
  caitlin caitlín caleb callum cameron camila candice cara carina carl carla carlos carly carmel carmen carol caroline carolyn carrie carys cassandra cassie cathal catherine cathy catriona cecilia cecily cedric celia celine céline chantal
  charlene charles charlie charlotte chelsea cheryl chiamaka chiara chidi chinedu chioma chloe chloé chris christian christina christine christopher cian ciara ciarán claire clara clare clarissa claude claudia clayton clementine clifford
  clive colette colin colleen connor conor constance cora corinne courtney craig cristiano cristina curtis cynthia cyril
  dagmar daisuke dale damian damien dana daniel daniela danielle danny daphne daria darius darragh darrell darren dave david davina dean debbie deborah debra declan deepak deirdre delia delroy demi denisa denise dennis derek derrick desmond
  devon dhruv diana diane diarmuid diego dieter dilip dimitri dina dinesh dolores dominic dominik dominique donna doreen doris dorota dorothy doug douglas dragan drew duncan dylan
  ebony eddie edgar edith eduard eduardo edward edwin ehsan eileen eimear eira elaine eleanor elena eleni elif elise eliza elizabeth ella ellen ellie elliot elliott elodie eloise elsa elsie emeka emil emilia emilie emilio emily emma emmanuel
  enrique enzo eoin eric erica erik erika erin ernest ernesto ervin esme estelle esther eszter ethan eugene eunice eva evan evelyn evie ewa ewan ezra
  fabian fabio fadumo faisal faiza farah farhan farid farrah fatima fatou fatoumata federica federico felicity felix fergus fernando ffion finlay finn fiona fionnuala florence frances francesca francesco francine francis francisca francisco
  françois frank franz fraser fred freddie frederick frida friedrich fritz funmi
  gabriel gabriela gabriella gabrielle gail gareth gary gaurav gavan gavin gemma genevieve geoff geoffrey george georgia georgina gerald gerard gerda gerhard gertrude giacomo gianni gilbert giles gillian gina giorgio giovanni giulia giuseppe
  gladys glenn glenys gloria glynis gonzalo gordon graham grainne gráinne greg gregor gregory greta guadalupe guillaume guillermo gulsum gunnar gunther gurpreet gustavo guy günter gwen gwenda gwendolyn gwyneth
  habib hadiza hafsa hakan hamid hamish hamza hana hank hanna hannah hannes hans harald hari harold harpreet harriet harrison harry harvey hassan hattie hazel heather hector heidi heinz helen helena helga hendrik henri henrietta henrik
  henry herbert herman hélène hilary hilda hiroshi holly horst howard howell hugh hugo humphrey hussein
  ian ibrahim ibrahima ifeoma ignacio ikram ilse imani imogen imran ines inge ingeborg ingo ingrid ioan iona iqbal irena irene irina iris irma irving isaac isabel isabela isabella isla ismail israel ivan ivana ivanka ivor iwan izzy
  jacek jack jackie jacob jacqueline jacques jade jagoda jaime jaimie jake jakub jamal james jamie jamila jan jane janek janet janette janice janine jared jarek jarosław jasmine jason jaspreet javid javier jaz jean jed jeff jeffrey jemima
  jenna jennie jennifer jenny jens jeremy jerome jerzy jesse jessica jessie jérôme jill jillian jim jimmy joachim joan joana joanna joanne joao joão jochen jodie joe joel joey johan johann johanna john johnny jolanta jonas jonathan jonny
  jordan jordi jorge jose josef josefina joseph josephine josé josh joshua josie joyce józef juan juana juanita judith judy julia julian juliana julie juliet juliette jun jurgen justin jutta jürgen
  kai kamal kamran kareem karen karim karin karl karol karolina kasia katarzyna kate kateryna katharina katherine kathleen kathrin kathryn kathy katie katja katrin katy kavita kay kayleigh keira keisha keith kelly kelvin kemi ken kenji
  kenneth kenny kerry kevin khadija khaled khalid kiera kieran kim kimberley kimberly kinga kiran kirsten kirstie kirstin kirsty klaus kofi konrad krishna kristen kristin kristina krystyna krzysztof kunle kwame kyle kylie kyra
  lachlan lakshmi lamin lara lars latisha laura lauren laurence laurie leah leanne lee leigh leila lena lenka lennart leo leon leonard leroy lesley leslie leszek leticia letitia lewis lexi liam lidia liesbeth lieselotte lilian liliana
  lillian lily linda lindsay lindsey linus lisa lloyd lluís logan lois lola lorenzo loretta lorna lorraine lottie lou louis louisa louise lourdes luca lucas lucia lucie lucille lucinda lucy ludwig luis luisa lukas luke lydia lynda lynette
  lynn lynne lyra
  mabel maciej maddie madeleine madison magda magdalena maggie mahmood mahmoud maisie maja malcolm malgorzata malik mandy manfred manish manoj manuel marc marcel marcela marcin marco marcus marek margaret margarita margery margot maria
  mariam mariama mariana marianne marie mariella marilyn marina mario marion marissa marius mariusz marjorie marlene marsha marta martha martin martina marty marvin mary maryam mateo mathew mathias mathieu matilda matt matteo matthew
  matthias maud maureen maurice mauricio mavis max maxine maya małgorzata meera megan mehdi mehmet mei melanie melissa melvin mercedes mercy meryl mia micah michael michaela michal michał micheál michelle miguel miika mikael mike mikey
  mila milan mildred miles millie milo mina minh miranda mirela miriam mirjam mitchell mohamed mohammad mohammed moira molly mona monica monika monique morag morgan moses muhammad muriel mustafa myra myrtle
  nabil nadeem nadia nadine naeem nafisa nahid najma nancy naomi narendra nasir nasreen natalia natalie natalya natasha nathalie nathan nathaniel naveed ned neema neha neil nell nellie nia niall niamh nicholas nick nicki nicky nico nicola
  nicolas nicole nicolette nigel nikhil nikita niklas nikola nils nimo nina nisha nita njeri nkechi noah noel noelle nora noreen norma norman nuala nuno nusrat
  octavia odile oisin oisín oksana oleksandr olga olive oliver olivia olivier ollie olu oluwaseun omar omari onur orla oscar oskar osman otto owen oyin órla
  pablo paddy padraig pam pamela paola paolo parisa pascal patience patrice patricia patrick patrik patrycja patsy paul paula paulette paulina pauline paulo pavel pádraig pearl pedro peggy penelope penny percy perry peter petr petra petros
  phil philip philippa philippe phillip phoebe phyllis pia pierre piotr pippa polly poppy pradeep prakash pranav precious preeti prem priscilla priti priya priyanka
  qasim quentin quinn
  rabia rachael rachel rafael raheem rahim rahul raj rajesh rajiv ralph ramon ramón randy ranjit raquel rasheed rashid raul raúl raven ravi raymond rebecca reece reggie regina reinhard rekha remi rena renate rené renée reuben reza rémi
  rhian rhiannon rhona rhys ria ricardo rich richard richie rick ricky rina rita ritu rob robbie robert roberta roberto robin robyn rocío rodney rodrigo roger rohan rohit roisin roland rolf roman romy ron ronald ronan roopa rory rosa
  rosaleen rosalind rosanna rosemary roshan rosie ross rowan rowena roxanne roy róisín ruben rubén ruby rudi rudolf ruhi rukhsana rupert russell ruta ruth ryan ryszard
  sabina sabine sabrina sacha sadia sadie saeed safiya sahra saima sajid salim sally salma salman salome sam samantha samina samir samira samuel sandeep sandra sandy sanjay sanjeev saoirse sara sarah sasha saskia saul savannah scarlett
  scott seamus sean sebastian selena selina selma serena serge sergei sergio séamus shabana shabnam shahid shamima shane shanice shannon sharan sharon shaun shauna shawn shazia sheila shelby shelley sheryl shirin shirley shivani shona
  shreya shu sian siân sibongile sid sidney siegfried sienna sigrid silke silvia silvio simon simone sinead sinéad siobhan siobhán snezana sofia solomon sonia sonja sophia sophie soraya sören spencer stacey stacy stan stanley stefan stella
  stephan stephanie stephen steve steven stewart stéphane stuart sue sukhdeep suki suleiman sunil sunita suresh surinder susan susana susanne susie suzanne sven svetlana syed sylvester sylvia sylvie szymon søren sławomir
  tabitha tadeusz tahir takumi tamara tamsin tania tanisha tanvi tanya tara tariq tasha tatiana tatyana ted temitope tendai terence teresa terry tess tessa thandi thea thelma theo theodore theresa thiago thierry thomas thorsten tia tiago
  tiffany tilda tilly tim timo timothy tina tobias toby tolu tom tomas tomasz tomás tomek tommy tony torsten tracey tracie tracy trevor tricia trish trisha trudy tunde tyler tyrone
  uche udo uli ulrich ulrike uma umar una unathi ursel ursula usha usman ute uwe
  valentina valeria valerie vanessa vasile vaughan vera verity vernon veronica vicente vicki vicky victor victoria vijay vikram vimala vince vincent violeta virginia vivek vivian vivienne vlad vladimir volker
  waheed walter wanda warren wayne wei wendy werner wesley wiebke wiktor wilfred wilhelm william wilma winifred winnie winston wojciech wolfgang władysław
  xavier xiao ximena xin
  yael yannick yara yasmeen yasmin yasmina yemi yetunde ying yolanda yosef yoshi youssef yuki yulia yuri yusra yusuf yvette yvonne
  zac zach zachary zack zahid zahra zainab zak zakaria zara zaynab zbigniew zeinab zeynep zhang zheng zixuan zoe zofia zoltan zuzana zuzanna
  łukasz`);

/** Names that are words, towns or months as well: in small letters they need more than their form to count as a name. */
export const namesAndWords = list(`
  will may mark grace rose hope faith joy dawn summer bill art pat jack june april august autumn ray gene dean drew frank rich dale hazel iris olive pearl poppy ruby rosemary violet penny rob rick sue ted sid miles milan mercy patience precious
  blessing morgan israel regina raven pam lee virginia logan spencer lourdes jun perry madison savannah sandy verity devon chelsea courtney mandy roman basil holly ivy jade rowan scarlett randy brandon harrison mercedes noel constance felicity
  solomon moses mabel carol dana demi ebony guy jan jean jean christian jordan georgia florence victoria charlotte sofia max robin ross ron don kay kai mina mei wei lou ned jed finn bert bella chance guadalupe gill gail ken kim lance lily lola
  mona nell nia otto pia rena ria roger rusty sasha shu stella tara tia tim tony una uma xin ying yuki eve angel angus ernest harry harvey herb heather hank les lex nick norm pierce pete ralph reed robert wade warren wren alma ana ade ayo
  ayaan bob carl clay cliff clare dick earl elle ezra fern forest ginger glen harmony heaven honor jasmine jay jewel junior justice justin kit lane mason max melody mo nova page parker prince queen river rocky romeo sage star sterling
  teddy trinity ty van vic vince woody alan dolores marina mira monica nancy paris prem salome serge nico remi
  brown green white black young king cook baker hill wood long day bell ford short little small good best rich strong wise smart price power moon snow winter field park lane street bush stone rivers brook banks cross church abbey
  knight bishop pope abbot dean major french english welsh scott ireland england holland law love lamb wolf fox bird swan finch drake crane hawk hunter fisher carter turner mason taylor butler smith potter weaver walker driver gardener
  archer page read reader pick cash case self hand head foot legg rude sharp swift still bright dear fear hope joy peace close case chance child farmer shepherd nurse doctor`);
