/**
 * Every sentence of the clinic in every language. A missing sentence, or one with other arguments, does not compile.
 * Each option is said before its key, and no sentence blames the caller.
 */
import { catalogue, SayDate, SayTime, type Temporal } from 'plivo-jsx';

export const t = catalogue({
  en: {
    voice: { voice: 'Polly.Joanna', language: 'en-US' },
    welcome: 'Welcome to Hill Street Clinic.',
    languageOption: 'For English, press 1.',
    booking: 'For an appointment, press 1.',
    bookingWords: 'appointment, booking',
    directions: 'For directions by text message, press 2.',
    directionsWords: 'directions, address',
    message: 'To leave a message, press 3.',
    messageWords: 'message, voicemail',
    person: 'To talk to a person, press 0.',
    personWords: 'person, operator',
    again: 'To hear this again, press star.',
    noInput: 'I did not hear you.',
    pressAKey: 'Please press one of these keys.',
    notAnOption: 'Let us try that again.',
    enterDate: 'Please enter the day and the month as four digits. For the third of May, enter 0 3 0 5.',
    notADate: 'I need a day and a month, such as 0 3 0 5.',
    chosen: (date: string) => (
      <>
        You chose <SayDate value={date} />.
      </>
    ),
    booked: (date: string) => (
      <>
        Your appointment is on <SayDate value={date} />, at nine in the morning.
      </>
    ),
    sent: 'We have sent you the address by text message.',
    address: 'Our address is 12 Hill Street, next to the station.',
    addressText: 'Hill Street Clinic, 12 Hill Street, next to the station.',
    connecting: 'I am connecting you. Please hold.',
    whisper: 'A patient is calling. To take the call, press 1.',
    unanswered: 'All of us are with patients right now.',
    closed: 'We are closed now.',
    opens: (at: Temporal.ZonedDateTime) => (
      <>
        We open again on <SayDate value={at} weekday />, at <SayTime value={at} />.
      </>
    ),
    leaveMessage: 'Please leave a message after the tone, and hang up or press the hash key.',
    thanks: 'Thank you. We will call you back.',
    goodbye: 'Thank you for calling. Goodbye.',
    apology: 'We are sorry, something went wrong on our side. Please call again later. Goodbye.',
    oneMoment: 'One moment, please.',
    startOver: 'Let us start over.',
  },
  es: {
    voice: { voice: 'Polly.Lucia', language: 'es-ES' },
    welcome: 'Bienvenido a la clínica Hill Street.',
    languageOption: 'Para español, pulse 2.',
    booking: 'Para pedir cita, pulse 1.',
    bookingWords: 'cita, pedir cita',
    directions: 'Para recibir la dirección por mensaje de texto, pulse 2.',
    directionsWords: 'dirección, cómo llegar',
    message: 'Para dejar un mensaje, pulse 3.',
    messageWords: 'mensaje, buzón',
    person: 'Para hablar con una persona, pulse 0.',
    personWords: 'persona, operador',
    again: 'Para escucharlo de nuevo, pulse asterisco.',
    noInput: 'No le he oído.',
    pressAKey: 'Por favor, pulse una de estas teclas.',
    notAnOption: 'Vamos a intentarlo de nuevo.',
    enterDate: 'Introduzca el día y el mes con cuatro cifras. Para el tres de mayo, 0 3 0 5.',
    notADate: 'Necesito un día y un mes, por ejemplo 0 3 0 5.',
    chosen: (date: string) => (
      <>
        Ha elegido el <SayDate value={date} />.
      </>
    ),
    booked: (date: string) => (
      <>
        Su cita es el <SayDate value={date} />, a las nueve de la mañana.
      </>
    ),
    sent: 'Le hemos enviado la dirección por mensaje de texto.',
    address: 'Estamos en la calle Hill, número 12, junto a la estación.',
    addressText: 'Clínica Hill Street, calle Hill 12, junto a la estación.',
    connecting: 'Le paso con una persona. Espere, por favor.',
    whisper: 'Llama un paciente. Para atender la llamada, pulse 1.',
    unanswered: 'Ahora mismo estamos todos con pacientes.',
    closed: 'Ahora estamos cerrados.',
    opens: (at: Temporal.ZonedDateTime) => (
      <>
        Volvemos a abrir el <SayDate value={at} weekday />, a las <SayTime value={at} />.
      </>
    ),
    leaveMessage: 'Deje un mensaje después de la señal, y cuelgue o pulse la tecla almohadilla.',
    thanks: 'Gracias. Le devolveremos la llamada.',
    goodbye: 'Gracias por llamar. Adiós.',
    apology: 'Lo sentimos, hemos tenido un problema. Vuelva a llamar más tarde, por favor. Adiós.',
    oneMoment: 'Un momento, por favor.',
    startOver: 'Empecemos de nuevo.',
  },
  hi: {
    voice: { voice: 'Polly.Aditi', language: 'hi-IN' },
    welcome: 'हिल स्ट्रीट क्लिनिक में आपका स्वागत है।',
    languageOption: 'हिन्दी के लिए, 3 दबाएँ।',
    booking: 'अपॉइंटमेंट के लिए, 1 दबाएँ।',
    bookingWords: 'अपॉइंटमेंट, बुकिंग',
    directions: 'पता एस एम एस से पाने के लिए, 2 दबाएँ।',
    directionsWords: 'पता, रास्ता',
    message: 'संदेश छोड़ने के लिए, 3 दबाएँ।',
    messageWords: 'संदेश, मैसेज',
    person: 'किसी व्यक्ति से बात करने के लिए, 0 दबाएँ।',
    personWords: 'व्यक्ति, ऑपरेटर',
    again: 'यह फिर से सुनने के लिए, स्टार दबाएँ।',
    noInput: 'मुझे कुछ सुनाई नहीं दिया।',
    pressAKey: 'कृपया इनमें से कोई एक बटन दबाएँ।',
    notAnOption: 'चलिए फिर से कोशिश करते हैं।',
    enterDate: 'कृपया दिन और महीना चार अंकों में डालें। तीन मई के लिए, 0 3 0 5।',
    notADate: 'मुझे दिन और महीना चाहिए, जैसे 0 3 0 5।',
    chosen: (date: string) => (
      <>
        आपने <SayDate value={date} /> चुना है।
      </>
    ),
    booked: (date: string) => (
      <>
        आपका अपॉइंटमेंट <SayDate value={date} /> को, सुबह नौ बजे है।
      </>
    ),
    sent: 'हमने पता आपको एस एम एस से भेज दिया है।',
    address: 'हमारा पता है 12 हिल स्ट्रीट, स्टेशन के पास।',
    addressText: 'हिल स्ट्रीट क्लिनिक, 12 हिल स्ट्रीट, स्टेशन के पास।',
    connecting: 'मैं आपको जोड़ रही हूँ। कृपया प्रतीक्षा करें।',
    whisper: 'एक मरीज़ का फ़ोन है। बात करने के लिए, 1 दबाएँ।',
    unanswered: 'अभी हम सब मरीज़ों के साथ हैं।',
    closed: 'अभी क्लिनिक बंद है।',
    opens: (at: Temporal.ZonedDateTime) => (
      <>
        क्लिनिक <SayDate value={at} weekday /> को, <SayTime value={at} /> पर फिर खुलेगा।
      </>
    ),
    leaveMessage: 'कृपया बीप के बाद अपना संदेश छोड़ें, फिर फ़ोन रख दें या हैश दबाएँ।',
    thanks: 'धन्यवाद। हम आपको वापस फ़ोन करेंगे।',
    goodbye: 'फ़ोन करने के लिए धन्यवाद। नमस्ते।',
    apology: 'क्षमा करें, हमारी ओर से कुछ गड़बड़ हो गई। कृपया बाद में फिर फ़ोन करें। नमस्ते।',
    oneMoment: 'कृपया एक क्षण रुकें।',
    startOver: 'चलिए शुरू से करते हैं।',
  },
});
