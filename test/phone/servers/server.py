"""A menu with nothing but Python's standard library."""

from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs
from xml.sax.saxutils import escape, quoteattr

TEXTS = {
    "1": {
        "voice": 'language="en-US" voice="WOMAN"',
        "menu": "Press 1 for our hours, 2 to talk to us.",
        "hours": "We are open from 9 to 5.",
        "busy": "Nobody is free.",
        "bye": "Goodbye.",
    },
    "2": {
        "voice": 'language="es-ES" voice="MAN"',
        "menu": "Oprima 1 para el horario, 2 para hablar.",
        "hours": "Abrimos de 9 a 5.",
        "busy": "No hay nadie libre.",
        "bye": "Adiós.",
    },
}


def speak(lang, name):
    return f"<Speak {TEXTS[lang]['voice']}>{escape(TEXTS[lang][name])}</Speak>"


class Menu(BaseHTTPRequestHandler):
    def do_POST(self):
        form = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
        field = lambda name: form.get(name, [""])[0]
        here = lambda path: quoteattr(f"http://{self.headers['Host']}{path}")
        page, _, lang = self.path.strip("/").partition("/")
        if page == "ivr":
            body = (
                f"<GetDigits action={here('/language')} numDigits='1' timeout='5' validDigits='12' retries='2'>"
                "<Speak language='en-US' voice='WOMAN'>Press 1 for English.</Speak>"
                "<Speak language='es-ES' voice='MAN'>Oprima 2 para español.</Speak></GetDigits>"
                "<Speak language='en-US' voice='WOMAN'>We did not hear from you.</Speak>"
            )
        elif page == "language":
            lang = field("Digits")
            body = (
                f"<GetDigits action={here('/action/' + lang)} numDigits='1' timeout='5'>"
                f"{speak(lang, 'menu')}</GetDigits>{speak(lang, 'bye')}<Hangup/>"
            )
        elif page == "action" and field("Digits") == "2":
            body = f"<Dial action={here('/transferred/' + lang)} timeout='20'><Number>15550123456</Number></Dial>"
        elif page == "action":
            body = speak(lang, "hours") + speak(lang, "bye")
        else:
            busy = "" if field("DialStatus") == "completed" else speak(lang, "busy")
            body = busy + speak(lang, "bye")
        reply = f"<?xml version='1.0' encoding='UTF-8'?>\n<Response>{body}</Response>\n".encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/xml; charset=utf-8")
        self.send_header("Content-Length", str(len(reply)))
        self.end_headers()
        self.wfile.write(reply)

    def log_message(self, *args):
        pass


server = ThreadingHTTPServer(("127.0.0.1", 0), Menu)
print(f"listening on {server.server_address[1]}", flush=True)
server.serve_forever()
