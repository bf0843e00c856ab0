// An app as Plivo's guides write one: Express, and the XML of the `plivo` package. It knows nothing of plivo-jsx.
import express from 'express';
import plivo from 'plivo';

const app = express();
app.use(express.urlencoded({ extended: true }));

const here = (request, path) => `http://${request.headers.host}${path}`;
const send = (reply, response) => reply.type('application/xml').send(response.toXML());
const texts = {
  1: {
    language: 'en-US',
    voice: 'WOMAN',
    menu: 'Press 1 for our hours, 2 to talk to us.',
    hours: 'We are open from 9 to 5.',
    busy: 'Nobody is free.',
    bye: 'Goodbye.',
  },
  2: {
    language: 'es-ES',
    voice: 'MAN',
    menu: 'Oprima 1 para el horario, 2 para hablar.',
    hours: 'Abrimos de 9 a 5.',
    busy: 'No hay nadie libre.',
    bye: 'Adiós.',
  },
};

app.post('/ivr', (request, reply) => {
  const response = plivo.Response();
  const digits = response.addGetDigits({
    action: here(request, '/language'),
    numDigits: 1,
    timeout: 5,
    validDigits: '12',
    retries: 2,
  });
  digits.addSpeak('Press 1 for English.', { language: 'en-US', voice: 'WOMAN' });
  digits.addSpeak('Oprima 2 para español.', { language: 'es-ES', voice: 'MAN' });
  response.addSpeak('We did not hear from you.', { language: 'en-US', voice: 'WOMAN' });
  send(reply, response);
});

app.post('/language', (request, reply) => {
  const { Digits: lang } = request.body;
  const { menu, bye, ...how } = texts[lang];
  const voice = { language: how.language, voice: how.voice };
  const response = plivo.Response();
  const digits = response.addGetDigits({
    action: here(request, `/action/${lang}`),
    numDigits: 1,
    timeout: 5,
  });
  digits.addSpeak(menu, voice);
  response.addSpeak(bye, voice);
  response.addHangup();
  send(reply, response);
});

app.post('/action/:lang', (request, reply) => {
  const { hours, bye, language, voice } = texts[request.params.lang];
  const response = plivo.Response();
  if (request.body.Digits === '2') {
    const dial = response.addDial({
      action: here(request, `/transferred/${request.params.lang}`),
      timeout: 20,
    });
    dial.addNumber('15550123456');
    return send(reply, response);
  }
  response.addSpeak(hours, { language, voice });
  response.addSpeak(bye, { language, voice });
  send(reply, response);
});

app.post('/transferred/:lang', (request, reply) => {
  const { busy, bye, language, voice } = texts[request.params.lang];
  const response = plivo.Response();
  if (request.body.DialStatus !== 'completed') response.addSpeak(busy, { language, voice });
  response.addSpeak(bye, { language, voice });
  send(reply, response);
});

const server = app.listen(0, '127.0.0.1', () => console.log(`listening on ${server.address().port}`));
