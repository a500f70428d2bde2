// Word lists of names in English news: own compilation from general knowledge, 2026. Apache-2.0.

function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/))
}

function phrases(list: string): ReadonlySet<string> {
  return new Set(
    list
      .trim()
      .split(/\s*[,\n]\s*/)
      .filter(phrase => phrase !== ""),
  )
}

/** Words before a person's name that belong to no name: civil, military, religious and academic titles. Lower case, no full stop. */
export const titles = words(`
  mr mrs ms mx miss dr prof professor sir dame lord lady king queen prince princess sheikh emir sultan shah emperor empress baron
  gen general lt col colonel maj major capt captain cmdr commander sgt sergeant cpl corporal pvt private adm admiral brig brigadier
  marshal lieutenant constable inspector superintendent detective officer chief sheriff deputy trooper warden cadet marine staff
  president vice premier chancellor minister secretary undersecretary ambassador envoy consul governor gov mayor senator sen rep
  representative congressman congresswoman councilman councilwoman councillor councilor assemblyman delegate lawmaker speaker chairman
  chairwoman chair director judge justice attorney prosecutor solicitor magistrate spokesman spokeswoman spokesperson
  pope cardinal archbishop bishop rev reverend father sister brother rabbi imam ayatollah mullah mufti pastor fr msgr
  mp mep hon coach taoiseach
  rear lance ensign commodore lcpl pfc pvt spc ssgt sfc tsgt msgt sgm csm ltc ltg cpt cdr lcdr vadm radm det insp supt
  patrolman patrolwoman gendarme midshipman gunner bombardier sapper rifleman fusilier guardsman airman seaman subedar havildar naik`)

/** Titles that are no use before anything but a name: after them a capitalised word is a person. */
export const sureTitles = words(`
  mr mrs ms mx miss dr prof professor sir dame gen lt col maj capt cmdr sgt cpl pvt adm brig sen rep gov rev fr msgr sheikh ayatollah
  mullah rabbi imam senator congressman congresswoman pope archbishop
  lcpl pfc spc ssgt sfc tsgt msgt sgm csm ltc ltg lcdr vadm radm det insp supt`)

/** Nouns for a person by job or role, as they stand before a name or in an apposition. Lower-case lemmas. */
export const personNouns = words(`
  activist actor actress administrator adviser advisor agent aide ally ambassador analyst anchor architect artist assailant assassin
  assistant astronaut athlete attacker attorney author ayatollah baker banker bishop blogger bodyguard bomber boss boy boxer brother
  bureaucrat businessman businesswoman candidate captain cardinal carer cashier cellist chairman chairwoman chancellor chaplain chief child
  citizen cleric clerk co-author co-founder coach collector colleague colonel columnist comedian commander commissioner communicator
  composer congressman consul consultant contractor convict cook coordinator correspondent councillor councilor counsel counselor
  cousin criminologist critic curator dancer daughter dealer defendant defector demonstrator deputy designer detective developer dictator
  diplomat director dissident doctor driver economist editor educator emir engineer envoy epidemiologist evangelist executive expert
  explorer ex-president farmer father fighter filmmaker financier firefighter fisherman founder friend fugitive gangster general girl
  girlfriend governor graduate grandmother grandfather guard gunman guerrilla guitarist head healer heir historian hostage human husband imam
  immigrant informant informer inmate inspector instigator instructor insurgent interpreter investigator jihadist journalist judge
  jurist justice king kingpin lawmaker lawyer leader lecturer legislator lieutenant lobbyist magistrate man manager marshal mastermind
  mayor mechanic mediator medic member merchant migrant militant millionaire billionaire minister missionary model monarch mother
  mountaineer mufti musician nationalist neighbor neighbour nephew nominee novelist nun nurse observer officer official operative
  operator opponent organizer organiser owner painter paramedic parent partner pastor patient patriarch peacekeeper perpetrator
  philanthropist philosopher photographer physician physicist pilot pioneer playwright plotter poet policeman policewoman politician pope
  preacher predecessor premier presenter president priest prince princess principal prisoner producer professor promoter prosecutor
  psychiatrist psychologist publisher queen rabbi radical rapper rebel rector refugee relative reporter representative researcher resident
  retiree rider rival ruler sailor scholar scientist sculptor secretary senator sergeant sheikh sheriff shooter shopkeeper singer sister
  sociologist soldier solicitor son specialist speaker spokesman spokesperson spokeswoman star statesman strategist strongman student
  successor suffragan sultan superintendent supervisor supporter surgeon survivor suspect swimmer teacher technician teenager terrorist
  theologian trader trainer translator treasurer trustee tycoon undersecretary veteran vice-president victim villager volunteer warden
  warlord warrior widow wife witness woman worker writer candidate fellow chair`)

/** Nouns for people in numbers or for a body, as they stand for an armed group. Lower-case lemmas. */
export const groupNouns = words(`
  group militia faction network cell gang cartel organization organisation outfit movement insurgency affiliate offshoot branch wing
  brigade army front alliance syndicate clan mafia`)

/** Words before such a noun that make it an armed one. */
export const armedWords = words(`
  armed militant terror terrorist jihadist jihadi extremist insurgent rebel guerrilla paramilitary separatist islamist salafist
  radical neo-nazi white-supremacist far-right far-left criminal drug mercenary sectarian outlawed banned`)

/** People of an armed group. Lower-case lemmas. */
export const fighterNouns = words(`
  militant fighter insurgent rebel guerrilla terrorist jihadist extremist gunman separatist militiaman operative assailant attacker`)

/** Words at the end of a name, or before "of" and "for", that make it an organization. */
export const organizationHeads = words(`
  Academy Administration Agency Alliance Assembly Assistance Association Authority Bank Board Brotherhood Bureau Cabinet Center Centre
  Chamber Church Club Coalition Collective College Command Commission Committee Community Company Conference Confederation Congress Consortium
  Convention Cooperative Corp Corps Corporation Council Court Department Directorate Division Exchange Federation Fellowship
  Fleet Force Forces Forum Foundation Fund Government Group Guard Guards House Inc Industries Initiative Inspectorate Institute Institution
  Intelligence Journal Kremlin Laboratory League Legion Legislature Ltd Magazine Mail Media Mission Ministry Monitor Movement Museum
  Network News Newspaper Observatory Office Opposition Orchestra Order Organization Organisation Parliament Partnership Party Patrol
  Philharmonic Police Post Press Programme Program Project Prosecutor's Radio Regiment Register Registry School Secretariat Senate Service
  Services Society Squad Standard Star Summit Sun Symphony Synod System Taskforce Team Telegraph Television Times Treasury Tribune
  Tribunal Trust Union Unit University Watch Wing Workers Navy Army Battalion Brigade Infantry Airlines Airways Airline Broadcasting Bulletin
  Chronicle Courier Digest Echo Examiner Gazette Guardian Herald Independent Inquirer Line Lines Motors Railways Railway Shipping
  Technologies Ventures Holdings Partners Pharmaceuticals Energy Electric Petroleum Foods Insurance Securities Capital Consulting`)

/** Words of other languages for a group, which open its name: "Ansar al-...", "Jemaah ...". Arabic, Persian, Urdu, Turkish, Malay, Swahili. */
export const organizationFirst = words(`
  Ahrar Ansar Ansarul Asaib Asa'ib Faylaq Firqat Harakat Harkat Hezb Hizb Hizbul Jabhat Jaish Jaysh Jamaah Jamaat Jama'at Jamiat Jemaah Junud
  Kataib Kata'ib Katiba Katibat Laskar Lashkar Liwa Muntada Quwat Saraya Sipah Tanzim Tehreek Tehrik Tahrik Usbat Hayat`)

/** Words in a name that make it an armed group. */
export const armedHeads = words(`
  Mujahideen Mujahidin Mujahedeen Jihad Cartel Militia Guerrillas Rebels Insurgents Separatists Martyrs Mafia Fighters Resistance`)

/** Two words at the end of a name that make it an armed group. */
export const armedPairs = phrases(`
  Liberation Army, Liberation Front, Liberation Movement, Liberation Forces, Salvation Army Front, Revolutionary Army, Resistance Army,
  Resistance Front, Resistance Movement, Independence Army, People's Army, People’s Army, Defence Force Rebels, Freedom Fighters`)

/** Words at the end of a name that make it a facility. */
export const facilityHeads = words(`
  Airport Airfield Airbase Arena Auditorium Avenue Barracks Base Basilica Bazaar Boulevard Bridge Building Camp Casino Castle Cathedral
  Cemetery Chapel Checkpoint Cinema Citadel Clinic Consulate Courthouse Dam Dock Embassy Factory Fortress Gallery Garden Gardens Gate
  Hall Headquarters Highway Hospital Hostel Hotel Jail Kindergarten Library Lighthouse Mall Mansion Market Mausoleum Memorial Mill Mine
  Monastery Monument Mosque Nightclub Opera Palace Park Pier Pipeline Place Plant Plaza Port Prison Pub Railway Refinery Reactor Resort
  Restaurant Road Route Runway Seminary Shrine Square Stadium Station Street Supermarket Synagogue Temple Terminal Theater Theatre Tower
  Towers Tunnel Villa Wharf Yard Zoo Tomb`)

/** Words that make a name that of an event. */
export const eventHeads = words(`
  Olympics Olympiad Games Championship Championships Cup Festival Expo Exposition Biennale Grammys Oscars Marathon Grand-Prix
  War Wars Uprising Revolution Intifada Massacre Holocaust Rebellion Coup Spring Ramadan Christmas Easter Eid Nowruz Passover Diwali
  Hajj Ashura Regatta Carnival Parade Referendum Election Elections Primary Treaty Accord Accords Agreement Summit`)

/** Regions of nature: with one of these a name is a place. */
export const placeHeads = words(`
  Sea Ocean River Lake Gulf Bay Strait Straits Channel Canal Island Islands Peninsula Mountains Mountain Mount Valley Desert Delta Coast
  Hills Hill Plateau Basin Forest Province Oblast Region District County State Territory Governorate Prefecture Canton Republic Kingdom
  Emirates Heights Strip Horn Cape Beach Village City Town Township Department`)

/** Bodies and agencies known everywhere by these names. */
export const knownOrganizations = phrases(`
  U.N., UN, United Nations, NATO, E.U., EU, European Union, African Union, Arab League, ASEAN, ECOWAS, OPEC, OSCE, G7, G20, BRICS, IMF, WTO, WHO, UNHCR,
  UNICEF, UNESCO, UNRWA, UNIFIL, Interpol, Europol, Red Cross, Red Crescent, International Committee of the Red Cross, World Bank, Security Council,
  C.I.A., CIA, F.B.I., FBI, N.S.A., NSA, DHS, Homeland Security, Pentagon, White House, State Department, Justice Department, Defense Department,
  Treasury Department, Capitol, Congress, Senate, House of Representatives, Centcom, CENTCOM, Secret Service, Supreme Court, U.S. Central Command,
  Kremlin, FSB, F.S.B., GRU, KGB, Duma, MI5, MI6, Scotland Yard, Downing Street, Whitehall, Home Office, Foreign Office, Mossad, Shin Bet, IDF, Knesset,
  ISI, Inter-Services Intelligence, BND, DGSE, DGSI, Bundestag, Bundeswehr, Elysee, Vatican, Holy See, Carabinieri, Gendarmerie, Guardia Civil,
  Politburo, Communist Party, Amnesty International, Human Rights Watch, Doctors Without Borders, Médecins Sans Frontières, Oxfam, Save the Children,
  Reuters, Associated Press, AP, A.P., AFP, Agence France-Presse, Bloomberg, BBC, CNN, Fox News, NBC News, ABC News, CBS News, NPR, PBS, CBC News, CBC, ABC,
  NBC, CBS, MSNBC, Al Jazeera, Al Arabiya, Deutsche Welle, Xinhua, Tass, TASS, RIA Novosti, Interfax, Anadolu, Kyodo, Yonhap, PTI, ANI, EFE, ANSA, DPA,
  New York Times, Washington Post, Wall Street Journal, Guardian, Financial Times, Economist, Politico, Axios, Associated Press, Der Spiegel, Le Monde,
  El País, Times of India, Hindustan Times, Daily Mail, Daily Telegraph, Sky News, Amaq, Amaq News Agency, Tasnim, Fars, IRNA, Facebook, Twitter, Telegram, TikTok, YouTube,
  Google, Microsoft, Apple, Amazon, Meta, Getty Images, Getty, Fatah, Likud, Muslim Brotherhood, Labour, Tories, Democrats, Republicans, Al Qaeda press`)

/** Faiths, peoples and parts of the world whose members have a name of their own. Nationalities of states come from the list of countries. */
export const peoples = phrases(`
  Muslim, Muslims, Christian, Christians, Jew, Jews, Jewish, Hindu, Hindus, Sikh, Sikhs, Buddhist, Buddhists, Sunni, Sunnis, Shiite, Shiites, Shia, Shi'ite,
  Catholic, Catholics, Roman Catholic, Protestant, Protestants, Orthodox, Copt, Copts, Coptic, Alawite, Alawites, Druze, Yazidi, Yazidis, Yezidi, Kurd, Kurds, Kurdish, Arab, Arabs,
  Palestinian, Palestinians, Israeli, Israelis, Tajik, Tajiks, Uzbek, Uzbeks, Turkmen, Turkmens, Kyrgyz, Kazakh, Kazakhs, Uyghur, Uyghurs, Uighur, Uighurs, Chechen, Chechens, Dagestani, Ingush,
  Hazara, Hazaras, Pashtun, Pashtuns, Baloch, Baluch, Punjabi, Sindhi, Tamil, Tamils, Sinhalese, Rohingya, Rohingyas, Bengali, Bengalis, Kashmiri, Kashmiris,
  Fulani, Hausa, Yoruba, Igbo, Tuareg, Tuaregs, Dogon, Hutu, Hutus, Tutsi, Tutsis, Amhara, Oromo, Tigrayan, Tigrayans, Somali, Somalis, Nuer, Dinka, Berber, Berbers,
  Basque, Basques, Catalan, Catalans, Corsican, Corsicans, Roma, Serb, Serbs, Croat, Croats, Bosniak, Bosniaks, Tatar, Tatars, Crimean, Cossack, Cossacks, Slav, Slavs, Slavic,
  European, Europeans, African, Africans, Asian, Asians, American, Americans, Latino, Latinos, Hispanic, Hispanics, Western, Westerners, Central Asian, Central Asians, Middle Eastern,
  South American, North African, West African, East African, South Asian, Caucasian, North Caucasian, Scandinavian, Nordic, Balkan, Baltic, English, Welsh, Scottish, Scots, Irish, British, Britons, Briton, Dutch, French, Frenchman, Spaniard, Spaniards,
  Turk, Turks, Dane, Danes, Swede, Swedes, Finn, Finns, Pole, Poles, Filipino, Filipinos, Iraqi, Iraqis, Afghan, Afghans, Thai, Thais, Argentine, Argentines, Uruguayan, Uruguayans, Islamic, Islamist, Islamists, Mapuche, Moro, Acehnese, Papuan, Papuans`)

/** Given names common in the world's news. One of these before another capitalised word makes a person. */
export const givenNames = words(`
  Aaron Abbas Abdel Abdi Abdul Abdulaziz Abdullah Abdulrahman Abdurrahman Abraham Abu Achmad Adam Adel Adrian Adriana Adrienne Ahmad Ahmed Aisha Akira Alan Alain Albert
  Alberto Alejandra Alejandro Alessandro Alex Alexander Alexandra Alexandre Alexei Alexey Alexis Alfonso Alfred Ali Alice Alicia Alison Allan Allen Amal Amanda Amin Amina Amir
  Amit Amy Ana Anastasia Anders Andre Andrea Andreas Andrei Andres Andrew Andrey Andrzej Angel Angela Anil Anita Ann Anna Anne Annie Anthony Antoine Anton Antonio Antony Anwar
  April Ariel Arjun Armando Arnold Arthur Arturo Arun Ashley Ashraf Asif Asma Atef Audrey Augusto Avi Avril Ayman Aziz Barack Barbara Bashar Bassam Beatriz Ben Benedict Benjamin Benny
  Bernard Bernardo Bernie Beth Betty Bilal Bill Billy Binyamin Bob Boris Brad Bradley Brandon Brenda Brendan Brett Brian Bruce Bruno Bryan Carl Carla Carlo Carlos Carmen Carol Carolina
  Caroline Casey Catherine Cathy Cecilia Celia Cesar Charles Charlie Charlotte Chen Cheryl Chloe Chris Christian Christina Christine Christoph Christophe Christopher Claire Clara Clare
  Claude Claudia Claudio Clinton Colin Connor Craig Cristian Cristina Curtis Cynthia Cyril Dalia Dan Daniel Daniela Danielle Danny Dario Daoud Darren Dave David Dawn Dean Deborah Debra
  Denis Dennis Derek Desmond Diana Diane Diego Dieter Dmitri Dmitry Dominic Dominique Don Donald Donna Doris Dorothy Doug Douglas Duncan Dylan Ebrahim Ed Eddie Edgar Edmund Edoardo Eduardo Edward
  Edwin Ehud Elaine Elena Eli Elias Elisabeth Elise Elizabeth Ella Ellen Emily Emma Emmanuel Emmanuelle Enrique Eric Erica Erik Erin Ernest Ernesto Esther Ethan Eugene Eva Evan Evelyn Evgeny
  Fabian Fabio Fadi Faisal Farah Farid Farouk Fatima Fatou Federico Felipe Felix Fernanda Fernando Fidel Filip Fiona Florence Florian Frances Francesca Francesco Francis Francisco Franco Francois
  François Frank Franz Fred Frederic Frederick Friedrich Fumio Gabriel Gabriela Gabrielle Garry Gary Gavin Gemma Gennady Geoff Geoffrey George Georges Gerald Gerard Gerhard Ghassan Gholam Gideon
  Gilbert Gina Giorgia Giorgio Giovanni Giulia Giuseppe Gloria Gordon Grace Graham Greg Gregory Guillaume Guillermo Gulbuddin Gustavo Guy Habib Hakim Hamid Hamza Hanna Hannah Hans Harold Haroon Harriet Harry
  Hasan Hashim Hassan Heather Hector Heidi Heinz Helen Helena Helene Henri Henrik Henry Herbert Herman Hiroshi Holly Horacio Hosni Howard Hugh Hugo Hussain Hussein Ian Ibrahim Ignacio Igor Imran Ines
  Ingrid Irene Irina Iris Isaac Isabel Isabella Ismail Ismael Ivan Jack Jackie Jacob Jacqueline Jacques Jaime Jake Jalal Jamal James Jamie Jan Jane Janet Janice Jared Jasmine Jason Javed Javier Jawad
  Jay Jean Jeff Jeffrey Jenna Jennifer Jenny Jens Jeremy Jerome Jerry Jesse Jessica Jesus Jihad Jill Jim Jimmy Jo Joan Joanna Joao João Joaquin Joe Joel Joerg Johan Johann Johannes John Johnny Jon Jonas
  Jonathan Jordan Jorge Jose José Josef Joseph Josh Joshua Joy Joyce Juan Juana Judith Judy Jules Julia Julian Julie Julio Julius Jun Jurgen Justin Kabir Kamal Kamala Karel Karen Karim Karin Karl Karla Kate Katherine
  Kathleen Kathryn Kathy Katie Katrina Kay Keith Keir Kelly Ken Kenji Kenneth Kerry Kevin Khaled Khalid Khalil Kim Kimberly Kirk Kirsten Kofi Konstantin Kristen Kristin Kumar Kurt Kwame Kyle Lara Larry Lars Latifa
  Laura Lauren Laurence Laurent Lawrence Layla Lea Leah Lee Leila Lena Leo Leon Leonard Leonardo Leonid Leslie Lewis Li Liam Lily Linda Lindsay Lindsey Lisa Liu Liz Lloyd Lola Lorenzo Louis Louise Luca Lucas Lucia
  Luciano Lucy Luis Luisa Luiz Luka Lukas Luke Lydia Lyndon Lynn Mahmood Mahmoud Malala Malcolm Malik Manfred Manmohan Manuel Mara Marc Marcel Marcelo Marco Marcos Marcus Margaret Maria María Mariam Marian Marianne
  Marie Marina Marine Mario Marion Mark Marko Marta Martha Martin Martina Marvin Mary Maryam Masoud Massoud Matt Matteo Matthew Matthias Maurice Mauricio Max Maxim Maya Megan Mehdi Mehmet Mei Melanie Melissa Mercedes Meredith Micah Michael
  Michel Michelle Miguel Mihail Mike Mikhail Milan Miles Milos Min Mira Miriam Mitch Mitchell Mohamed Mohammad Mohammed Mohamud Moises Mona Monica Morgan Moshe Mostafa Mounir Muammar Muhammad Muhammadu Mukhtar Mullah Murad Musa Mustafa Myriam Nabil
  Nadia Nancy Naomi Narendra Nasser Natalia Natalie Natasha Nathalie Nathan Nathaniel Nawaz Neil Nelson Nicholas Nick Nicola Nicolas Nicole Nigel Nikita Nikki Nikolai Nikos Nina Noah Noam Nora Noor Nur Nuri Octavio Oleg Oleksandr Olga Oliver
  Olivia Olivier Omar Orlando Osama Oscar Oswald Owen Pablo Pamela Paola Paolo Pascal Pat Patricia Patrick Paul Paula Paulo Pavel Pedro Penny Per Pervez Pete Peter Petra Petro Phil Philip Philippa Philippe Phillip Pierre Pilar Piotr Priya Qasem Qasim Qassem Qassim Rachel
  Rafael Rafiq Rahul Raja Rajesh Rajiv Ralph Ramon Ramzan Randy Rania Raphael Rashid Raul Ray Raymond Rebecca Recep Reem Reinhard Rene Renee Reza Ricardo Riccardo Richard Rick Ricky Rita Robert Roberta Roberto Robin Rodney Rodrigo Roger Roland Rolf
  Roman Ron Ronald Rosa Rosario Rose Ross Roy Ruben Rudolf Rudy Rupert Russell Ruth Ryan Sabine Sabrina Saddam Saeed Said Saif Saleh Salem Salim Sally Salman Salva Salvador Sam Samantha Sami Samir Samuel Sana Sandra Sanjay Sara Sarah Scott Sean Sebastian Sebastien Sergei Sergey
  Sergio Shah Shahid Shane Shannon Sharif Sharon Shaun Shawn Sheikh Sheila Shinzo Shirin Shirley Sidney Silvia Silvio Simon Simone Siraj Sofia Sonia Sophia Sophie Stacy Stan Stanley Stefan Stefano Stella Stephan Stephane Stephanie Stephen Steve Steven Stuart Sue Suleiman Sultan Sunil Susan
  Susana Susanne Suzanne Svetlana Sven Sylvia Syed Takeshi Tamara Tamim Tania Tanya Tara Tarek Tariq Tatiana Tayyip Ted Terence Teresa Terry Thabo Theo Theodore Theresa Thierry Thomas Tim Timothy Tina Tobias Toby Todd Tom Tomas Tomás Tommy Toni Tony Tracy Trevor Tyler Ulrich Umar Ursula Usman
  Valentina Valeria Valerie Vanessa Vera Veronica Victor Victoria Vijay Viktor Vincent Vincenzo Virginia Vitali Vladimir Volodymyr Wahid Walid Wallace Walter Wang Wayne Wei Wendy Werner Wilfred Wilhelm Will William Wolfgang Xavier Xi Yahya Yair Yakov Yan Yasir Yasser Yevgeny Yoav Yolanda Yoshi Youssef Yuki Yulia Yuri Yusuf Yves Yvonne
  Zac Zachary Zahra Zaki Zalmay Zara Zeinab Zhang Zoe Zubair`)
