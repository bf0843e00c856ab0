"""The same menu in Python, with the standard library only."""
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs

WORDS = {
    "en": ('language="en-US" voice="WOMAN"', "Press 1 for the message, 2 for an agent.", "Goodbye."),
    "es": ('language="es-ES" voice="MAN"', "Oprima 1 para el mensaje, 2 para un agente.", "Adiós."),
}


def language(base, _digits, _lang):
    return (
        f'<GetDigits action="{base}/action" numDigits="1" timeout="5">'
        f'<Speak {WORDS["en"][0]}>Press 1 for English.</Speak>'
        f'<Speak {WORDS["es"][0]}>Oprima 2 para español.</Speak></GetDigits>'
        "<Speak>Nothing was pressed.</Speak>"
    )


def action(base, digits, _lang):
    lang = "es" if digits == "2" else "en"
    voice, choose, _ = WORDS[lang]
    return (
        f'<GetDigits action="{base}/end-{lang}" numDigits="1" timeout="5">'
        f"<Speak {voice}>{choose}</Speak></GetDigits>"
    )


def end(base, digits, lang):
    if digits == "2":
        return f'<Dial action="{base}/over-{lang}"><Number>15550123456</Number></Dial>'
    return over(base, digits, lang)


def over(_base, _digits, lang):
    voice, _, bye = WORDS[lang]
    return f"<Speak {voice}>{bye}</Speak><Hangup/>"


class Handler(BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        digits = parse_qs(body).get("Digits", [""])[0]
        name, _, lang = self.path.strip("/").partition("-")
        pages = {"language": language, "action": action, "end": end, "over": over}
        content = pages[name](f'http://{self.headers["Host"]}', digits, lang)
        reply = f"<Response>{content}</Response>".encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/xml; charset=utf-8")
        self.send_header("Content-Length", str(len(reply)))
        self.end_headers()
        self.wfile.write(reply)

    def log_message(self, *_):
        pass


server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
print(server.server_port, flush=True)
server.serve_forever()
