/**
 * Words by which a language is known: data for `detect.ts`.
 * @module
 */

/** The words of one language, in lower case. */
export interface WordsOfLanguage {
  /** Its name in English. */
  readonly name: string;
  /** Words of any text. Those that other languages have too are no use. */
  readonly common: string;
  /** Words of phone menus. */
  readonly phone: string;
}

/** By primary subtag. */
export const wordsByLanguage: { readonly [language: string]: WordsOfLanguage } = {
  en: {
    name: 'English',
    common:
      'the and you your for of to is are was please this that with our we have will not what which from it be or if can i my at by there they all any one two three back would like',
    phone:
      'press call calling thank thanks welcome goodbye hello enter moment speak hold message hear english monday tuesday wednesday thursday friday morning today closed open sorry again',
  },
  es: {
    name: 'Spanish',
    common:
      'el los las una para por que usted su con está es del al y nuestro nuestra en este esta hoy sin más muy le lo se ha son',
    phone:
      'oprima pulse marque presione gracias adiós hola bienvenido bienvenida bienvenidos español espere mensaje llamar llamada llame número tecla hablar tono lunes martes miércoles jueves viernes cerrado cerrados abierto opción inténtelo elija diga favor repetir momento asociado cita',
  },
  pt: {
    name: 'Portuguese',
    common:
      'o os um uma para por que você seu sua com está é do da ao e nosso nossa em não mais muito foi são nós obrigada pelo pela',
    phone:
      'pressione digite disque tecle obrigado obrigada adeus olá bem-vindo bem-vinda português aguarde mensagem ligar ligação ligue número tecla falar sinal segunda-feira terça-feira quarta-feira fechado fechados aberto opção tente escolha diga favor repetir momento atendente',
  },
  fr: {
    name: 'French',
    common:
      'le les une pour par que vous votre vos avec est du au et notre nos en ce cette sans plus très nous ne pas sont des dans à ou',
    phone:
      'appuyez veuillez tapez composez merci revoir bonjour bonsoir bienvenue français patientez message appeler appel appelez numéro touche parler lundi mardi mercredi jeudi vendredi fermé fermés ouvert réessayez choisissez dites plaît répéter instant conseiller',
  },
  it: {
    name: 'Italian',
    common:
      'il lo gli una per che lei suo sua con è del al e nostro nostra in questo questa senza più molto non sono della dei di un si',
    phone:
      'prema premere premete digiti digitare componga grazie arrivederci buongiorno buonasera benvenuto benvenuti italiano attenda attendere messaggio chiamare chiamata chiami numero tasto parlare lunedì martedì mercoledì giovedì venerdì chiuso chiusi aperto riprovi scelga dica favore ripetere operatore',
  },
  de: {
    name: 'German',
    common:
      'der die das und für sie ihr ihre ihren mit ist von zu wir uns unser nicht auf ein eine einen bitte oder wenn zur zum sind haben werden',
    phone:
      'drücken drücke wählen danke dank wiederhören willkommen hallo guten deutsch warten nachricht anruf anrufen rufen taste nummer sprechen signalton montag dienstag mittwoch donnerstag freitag geschlossen geöffnet wiederholen moment mitarbeiter',
  },
  nl: {
    name: 'Dutch',
    common:
      'de het een voor en u uw met is van naar wij ons onze niet op of als zijn heeft worden dit dat aan bij',
    phone:
      'druk toets kies bedankt dank tot welkom hallo goedendag nederlands wachten bericht bellen belt nummer spreken pieptoon maandag dinsdag woensdag donderdag vrijdag gesloten geopend opnieuw herhalen ogenblik medewerker alstublieft',
  },
  da: {
    name: 'Danish',
    common:
      'og du din dit for med er af til vi os vores ikke på en et eller hvis har bliver det den at venligst',
    phone:
      'tryk tast tak farvel velkommen hej dansk vent besked ringe ringer opkald nummer tale mandag tirsdag onsdag torsdag fredag lukket åbent gentag øjeblik igen medarbejder',
  },
  nb: {
    name: 'Norwegian',
    common:
      'og du din ditt for med er av til vi oss våre ikke på en et eller hvis har blir det den å vennligst',
    phone:
      'trykk tast takk adjø velkommen hei norsk vent beskjed ringe ringer anrop nummer snakke mandag tirsdag onsdag torsdag fredag stengt åpent gjenta øyeblikk igjen medarbeider',
  },
  sv: {
    name: 'Swedish',
    common:
      'och du din ditt för med är av till vi oss våra inte på en ett eller om har blir det den att vänligen',
    phone:
      'tryck knappa tack hejdå välkommen hej svenska vänta meddelande ringa ringer samtal nummer tala måndag tisdag onsdag torsdag fredag stängt öppet upprepa ögonblick igen medarbetare',
  },
  pl: {
    name: 'Polish',
    common: 'i w na z do się jest nie że to dla aby lub jeśli nasz nasza państwa proszę przez po od są',
    phone:
      'naciśnij wciśnij wybierz dziękujemy dziękuję widzenia witamy witaj dzień polski czekać poczekać wiadomość zadzwoń połączenie numer klawisz rozmawiać poniedziałek wtorek środa czwartek piątek zamknięte otwarte powtórzyć chwilę konsultantem konsultant',
  },
  ro: {
    name: 'Romanian',
    common: 'și la de pe cu este nu că pentru sau dacă nostru noastră vă dumneavoastră să din sunt un o',
    phone:
      'apăsați tastați mulțumim mulțumesc revedere bună ziua bun venit română așteptați mesaj sunați apel număr tasta vorbi luni marți miercuri joi vineri închis deschis repeta moment',
  },
  tr: {
    name: 'Turkish',
    common: 've bir bu için ile lütfen veya eğer bizim sizin değil olarak daha var yok',
    phone:
      'basın tuşlayın tuşuna teşekkürler teşekkür ederiz hoşça kalın merhaba hoş geldiniz türkçe bekleyin mesaj arayın arama numara konuşmak pazartesi salı çarşamba perşembe cuma kapalı açık tekrar',
  },
};

/** Scripts that languages are written in; texts in one of them are none of any other language. */
export const languagesByScript: {
  readonly [script: string]: { readonly name: string; readonly languages: readonly string[] };
} = {
  Cyrillic: { name: 'Russian', languages: ['ru', 'uk', 'bg', 'sr', 'be', 'mk'] },
  Arabic: { name: 'Arabic', languages: ['arb', 'ar', 'fa', 'ur'] },
  Devanagari: { name: 'Hindi', languages: ['hi', 'mr', 'ne'] },
  Hangul: { name: 'Korean', languages: ['ko'] },
  Hiragana: { name: 'Japanese', languages: ['ja'] },
  Katakana: { name: 'Japanese', languages: ['ja'] },
  Han: { name: 'Chinese', languages: ['cmn', 'zh', 'yue', 'ja'] },
  Greek: { name: 'Greek', languages: ['el'] },
  Hebrew: { name: 'Hebrew', languages: ['he'] },
};
