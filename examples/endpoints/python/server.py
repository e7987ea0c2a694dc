"""An endpoint for answers with Python's standard library alone: http.server in front of SQLite. PORT and CURTSY_DATA move it."""

import json
import os
import re
import sqlite3
from contextlib import closing
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

FOLDER = Path(os.environ.get("CURTSY_DATA") or Path(__file__).parent / ".data")
LIMIT = 5 * 1024 * 1024
KINDS = {"rating", "expectation", "callback", "callback-cancelled", "impression"}
UUID7 = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
TABLES = """
  create table if not exists responses (
    id text not null, revision integer not null, body text not null, primary key (id, revision)
  );
  create view if not exists newest as select id, max(revision) as revision, body from responses group by id;
"""

# What tells a response from anything else; response.schema.json has every field.
CHECKS = {
    "version": lambda value, _: type(value) is int and value == 1,
    "id": lambda value, _: isinstance(value, str) and UUID7.fullmatch(value),
    "revision": lambda value, _: type(value) is int and 1 <= value <= 2147483647,
    "kind": lambda value, _: isinstance(value, str) and value in KINDS,
    "createdAt": lambda value, _: isinstance(value, str) and value,
    "source": lambda value, _: isinstance(value, str) and value,
    "locale": lambda value, _: isinstance(value, str) and value,
    "complete": lambda value, _: isinstance(value, bool),
    "context": lambda value, _: isinstance(value, dict),
    "answer": lambda value, kind: isinstance(value, dict) or (value is None and kind == "callback-cancelled"),
}


class Refused(Exception):
    """A body that is no response, with the reason."""


def read(text):
    try:
        body = json.loads(text)
    except (ValueError, RecursionError):
        raise Refused("The body is not JSON.") from None
    responses = body if isinstance(body, list) else [body]
    if not responses:
        raise Refused("The list has no responses.")
    for response in responses:
        if not isinstance(response, dict):
            raise Refused("A response must be an object.")
        for name, check in CHECKS.items():
            if not check(response.get(name), response.get("kind")):
                raise Refused(f'This is no response: "{name}" is missing or wrong.')
    return responses


def keep(responses):
    """Returns once the responses are committed, all or none. What was kept before is left as it is."""
    rows = [(response["id"], response["revision"], json.dumps(response)) for response in responses]
    with closing(connect()) as database, database:
        database.executemany("insert or ignore into responses values (?, ?, ?)", rows)


def connect():
    return sqlite3.connect(FOLDER / "responses.db", timeout=15)


class Endpoint(BaseHTTPRequestHandler):
    timeout = 30

    def do_OPTIONS(self):
        self.send_response(204)
        self.send_header("Access-Control-Allow-Headers", "content-type, idempotency-key")
        self.send_header("Access-Control-Allow-Methods", "POST")
        self.send_header("Access-Control-Max-Age", "86400")
        self.end_headers()

    def do_POST(self):
        length = self.headers.get("Content-Length", "")
        if not length.isdecimal():
            return self.answer(411, {"error": "Say how long the body is."})
        if int(length) > LIMIT:
            return self.answer(413, {"error": "The body is too large."})
        text = self.rfile.read(int(length))
        try:
            responses = read(text)
            keep(responses)
        except Refused as refused:
            return self.answer(400, {"error": str(refused)})
        except sqlite3.Error as error:
            self.log_error("%s", error)
            return self.answer(500, {"error": "It could not be stored. Try again later."})
        self.answer(200, {"stored": len(responses)})

    def answer(self, status, body):
        content = json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def end_headers(self):
        self.send_header("Access-Control-Allow-Origin", "*")
        self.send_header("Access-Control-Expose-Headers", "Retry-After")
        super().end_headers()


if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    with closing(connect()) as database, database:
        database.executescript(TABLES)
    server = ThreadingHTTPServer(("127.0.0.1", int(os.environ.get("PORT", 4178))), Endpoint)
    print(f"http://127.0.0.1:{server.server_port}", flush=True)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        server.server_close()
