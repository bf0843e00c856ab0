/**
 * Every sentence of the clinic in every language. A missing sentence, or one with other arguments, does not compile.
 * Each option is said before its key, no sentence blames the caller, and all fit women and men.
 */
import { catalogue, SayDate, SayTime, type Temporal } from 'plivo-jsx';

export const t = catalogue({
  en: {
    voice: { voice: 'Polly.Joanna', language: 'en-US' },
    welcome: 'Welcome to Hill Street Clinic.',
    languageOption: 'For English, press 1.',
    howCanWeHelp: 'How can we help you? Say it, or press a key.',
    booking: 'For an appointment, press 1.',
    bookingWords: 'appointment, booking',
    directions: 'For directions by text message, press 2.',
    directionsWords: 'directions, address',
    message: 'To leave a message, press 3.',
    messageWords: 'message, voicemail',
    person: 'To talk to a person, press 0.',
    personWords: 'person, operator',
    again: 'To hear this again, press star.',
    noInput: 'We did not hear you.',
    chooseOne: 'Please choose one of these options.',
    notAnOption: 'Let us try that again.',
    enterDate: 'Please enter the day and the month as four digits. For the third of May, enter 0 3 0 5.',
    notADate: 'We need a day and a month, such as 0 3 0 5.',
    chosen: (date: string) => (
      <>
        You chose <SayDate value={date} weekday />.
      </>
    ),
    booked: (date: string) => (
      <>
        Your appointment is on <SayDate value={date} weekday />, at nine in the morning.
      </>
    ),
    sent: 'We have sent you the address by text message.',
    address: 'Our address is 12 Hill Street, next to the station.',
    addressText: 'Hill Street Clinic, 12 Hill Street, next to the station.',
    connecting: 'We are connecting you. Please hold.',
    whisper: 'A patient is calling. To take the call, press 1.',
    unanswered: 'All of us are with patients right now.',
    closed: 'We are closed now.',
    opens: (at: Temporal.ZonedDateTime) => (
      <>
        We open again on <SayDate value={at} weekday year={false} />, at <SayTime value={at} />.
      </>
    ),
    leaveMessage:
      'Please say your name, your number and your message after the tone. To finish, press pound or hang up.',
    thanks: 'We have your message, and will call you back.',
    goodbye: 'Thank you for calling. Goodbye.',
    apology: 'We are sorry, we have a problem on our side. Please call again later. Goodbye.',
    oneMoment: 'One moment, please.',
    startOver: 'Let us start over.',
  },
  es: {
    voice: { voice: 'Polly.Lucia', language: 'es-ES' },
    welcome: 'Le damos la bienvenida a la clínica Hill Street.',
    languageOption: 'Para español, pulse 2.',
    howCanWeHelp: '¿En qué podemos ayudarle? Dígalo, o pulse una tecla.',
    booking: 'Para pedir cita, pulse 1.',
    bookingWords: 'cita, reserva',
    directions: 'Para recibir nuestra dirección por mensaje de texto, pulse 2.',
    directionsWords: 'dirección, cómo llegar',
    message: 'Para dejar un mensaje, pulse 3.',
    messageWords: 'mensaje, buzón de voz',
    person: 'Para hablar con una persona, pulse 0.',
    personWords: 'persona, recepción',
    again: 'Para volver a escuchar las opciones, pulse asterisco.',
    noInput: 'No le hemos oído.',
    chooseOne: 'Por favor, elija una de estas opciones.',
    notAnOption: 'Vamos a intentarlo de nuevo.',
    enterDate: 'Por favor, marque el día y el mes con cuatro cifras. Para el tres de mayo, marque 0 3 0 5.',
    notADate: 'Necesitamos un día y un mes, por ejemplo 0 3 0 5.',
    chosen: (date: string) => (
      <>
        Ha elegido el <SayDate value={date} weekday />.
      </>
    ),
    booked: (date: string) => (
      <>
        Su cita es el <SayDate value={date} weekday />, a las nueve de la mañana.
      </>
    ),
    sent: 'Le hemos enviado la dirección por mensaje de texto.',
    address: 'Estamos en la calle Hill, número 12, junto a la estación.',
    addressText: 'Clínica Hill Street, calle Hill 12, junto a la estación.',
    connecting: 'Le pasamos con recepción. No cuelgue, por favor.',
    whisper: 'Hay una llamada para la clínica. Para atenderla, pulse 1.',
    unanswered: 'Ahora mismo todo el equipo está con pacientes.',
    closed: 'La clínica está cerrada en este momento.',
    opens: (at: Temporal.ZonedDateTime) => (
      <>
        Volvemos a abrir el <SayDate value={at} weekday year={false} />, a las <SayTime value={at} />.
      </>
    ),
    leaveMessage:
      'Por favor, diga su nombre, su número y su mensaje después de la señal. Para terminar, pulse almohadilla o cuelgue.',
    thanks: 'Hemos recibido su mensaje, y le devolveremos la llamada.',
    goodbye: 'Gracias por llamar. Adiós.',
    apology: 'Lo sentimos, tenemos un problema técnico. Por favor, vuelva a llamar más tarde. Adiós.',
    oneMoment: 'Un momento, por favor.',
    startOver: 'Vamos a empezar de nuevo.',
  },
  hi: {
    voice: { voice: 'Polly.Aditi', language: 'hi-IN' },
    welcome: 'हिल स्ट्रीट क्लिनिक में आपका स्वागत है।',
    languageOption: 'हिन्दी के लिए, 3 दबाएँ।',
    howCanWeHelp: 'हम आपकी क्या मदद कर सकते हैं? बोलें, या कोई बटन दबाएँ।',
    booking: 'अपॉइंटमेंट के लिए, 1 दबाएँ।',
    bookingWords: 'अपॉइंटमेंट, बुकिंग',
    directions: 'एसएमएस पर हमारा पता पाने के लिए, 2 दबाएँ।',
    // Not the word for an address alone: it is also in the words for "I do not know".
    directionsWords: 'एड्रेस, रास्ता, आपका पता, पता चाहिए, पता बताइए',
    message: 'संदेश छोड़ने के लिए, 3 दबाएँ।',
    messageWords: 'संदेश, मैसेज',
    person: 'हमारे स्टाफ़ से बात करने के लिए, 0 दबाएँ।',
    personWords: 'स्टाफ, ऑपरेटर, किसी से बात',
    again: 'इसे दोबारा सुनने के लिए, स्टार दबाएँ।',
    noInput: 'हमें आपका जवाब नहीं मिला।',
    chooseOne: 'कृपया इनमें से कोई एक विकल्प चुनें।',
    notAnOption: 'चलिए, फिर से कोशिश करते हैं।',
    enterDate: 'कृपया तारीख़ और महीना चार अंकों में डालें। तीन मई के लिए, 0 3 0 5 दबाएँ।',
    notADate: 'हमें तारीख़ और महीना चाहिए, जैसे 0 3 0 5।',
    chosen: (date: string) => (
      <>
        आपने <SayDate value={date} weekday /> की तारीख़ चुनी है।
      </>
    ),
    booked: (date: string) => (
      <>
        आपका अपॉइंटमेंट <SayDate value={date} weekday /> को, सुबह नौ बजे है।
      </>
    ),
    sent: 'हमने आपको पता एसएमएस से भेज दिया है।',
    address: 'हमारा पता है, 12 हिल स्ट्रीट, स्टेशन के पास।',
    addressText: 'हिल स्ट्रीट क्लिनिक, 12 हिल स्ट्रीट, स्टेशन के पास।',
    connecting: 'आपकी कॉल जोड़ी जा रही है। कृपया लाइन पर बने रहें।',
    whisper: 'एक मरीज़ की कॉल है। बात करने के लिए, 1 दबाएँ।',
    unanswered: 'इस समय हम सभी मरीज़ों के साथ व्यस्त हैं।',
    closed: 'अभी क्लिनिक बंद है।',
    opens: (at: Temporal.ZonedDateTime) => (
      <>
        क्लिनिक <SayDate value={at} weekday year={false} /> को, <SayTime value={at} /> बजे फिर खुलेगा।
      </>
    ),
    leaveMessage: 'कृपया बीप के बाद अपना नाम, नंबर और संदेश बताएँ। पूरा होने पर हैश दबाएँ, या फ़ोन रख दें।',
    thanks: 'हमें आपका संदेश मिल गया है, और हम आपको वापस कॉल करेंगे।',
    goodbye: 'कॉल करने के लिए धन्यवाद। नमस्ते।',
    apology: 'क्षमा करें, हमारी ओर से कुछ समस्या है। कृपया बाद में फिर कॉल करें। नमस्ते।',
    oneMoment: 'कृपया एक क्षण रुकें।',
    startOver: 'चलिए, फिर से शुरू करते हैं।',
  },
});
