// An Express app with Plivo's own SDK, as Plivo's guides show it.
import express from 'express';
import plivo from 'plivo';

const app = express();
app.use(express.urlencoded({ extended: false }));

const base = (request) => `http://${request.headers.host}`;
const answer = (response, document) => response.type('text/xml').send(document.toXML());
const words = {
  en: {
    voice: { language: 'en-US', voice: 'WOMAN' },
    choose: 'Press 1 for the message, 2 for an agent.',
    bye: 'Goodbye.',
  },
  es: {
    voice: { language: 'es-ES', voice: 'MAN' },
    choose: 'Oprima 1 para el mensaje, 2 para un agente.',
    bye: 'Adiós.',
  },
};

app.post('/language', (request, response) => {
  const document = plivo.Response();
  const digits = document.addGetDigits({ action: `${base(request)}/action`, numDigits: 1, timeout: 5 });
  digits.addSpeak('Press 1 for English.', words.en.voice);
  digits.addSpeak('Oprima 2 para español.', words.es.voice);
  document.addSpeak('Nothing was pressed.');
  answer(response, document);
});

app.post('/action', (request, response) => {
  const lang = request.body.Digits === '2' ? 'es' : 'en';
  const document = plivo.Response();
  const digits = document.addGetDigits({ action: `${base(request)}/end-${lang}`, numDigits: 1, timeout: 5 });
  digits.addSpeak(words[lang].choose, words[lang].voice);
  answer(response, document);
});

app.post('/end-:lang', (request, response) => {
  const { voice, bye } = words[request.params.lang];
  const document = plivo.Response();
  if (request.body.Digits === '2') {
    document.addDial({ action: `${base(request)}/over-${request.params.lang}` }).addNumber('15550123456');
  } else {
    document.addSpeak(bye, voice);
    document.addHangup({});
  }
  answer(response, document);
});

app.post('/over-:lang', (request, response) => {
  const { voice, bye } = words[request.params.lang];
  const document = plivo.Response();
  document.addSpeak(bye, voice);
  document.addHangup({});
  answer(response, document);
});

const server = app.listen(0, '127.0.0.1', () => console.log(server.address().port));
