#!/usr/bin/python3
"""A mail server for tests, on Debian's python3-aiosmtpd. Listens on the loopback only, prints its port, and ends when
its standard input does. Each mail that it takes becomes a file, and a line of envelopes.jsonl.

It does as it is told, at start (--set) or by lines of JSON on its standard input, each answered by a line of JSON with
what it has counted so far:

  sender, recipient, content   what it answers to MAIL, RCPT, or the mail itself, such as "550 5.1.1 Nobody"; null: yes
  greeting                     what it says to a new connection instead of 220
  share, seed                  the part of mails that it answers with 451, and where that sequence begins
  end                          after the mail: "lost" or "kept", and the connection breaks; "silent", and no answer comes
  hidden                       what it does not offer, such as 8BITMIME; at first SMTPUTF8
  hangUp                       true closes the connections that are open
"""
import argparse
import asyncio
import base64
import json
import logging
import os
import random
import ssl
import sys

from aiosmtpd.smtp import SMTP, AuthResult

rules = {"sender": None, "recipient": None, "content": None, "greeting": None, "share": 0.0, "seed": 1, "end": None,
         "hidden": ["SMTPUTF8"]}
counts = {"connections": 0, "open": 0, "quits": 0, "signIns": 0, "refusals": 0, "mails": 0, "taken": 0, "deferred": 0}
dice = random.Random(1)
open_connections = set()


def change(told):
    global dice
    if told.pop("hangUp", False):
        for connection in open_connections:
            connection.transport.close()
    unknown = set(told) - set(rules)
    if unknown:
        raise ValueError(f"unknown: {unknown}")
    rules.update(told)
    if "seed" in told or "share" in told:
        dice = random.Random(rules["seed"])


class Connection(SMTP):
    number = 0

    def connection_made(self, transport):
        if self.transport is None:
            counts["connections"] += 1
            counts["open"] += 1
            open_connections.add(self)
            self.number = counts["connections"]
        super().connection_made(transport)

    def connection_lost(self, error):
        counts["open"] -= 1
        open_connections.discard(self)
        super().connection_lost(error)

    async def push(self, status):
        if rules["greeting"] and self.session and self.session.host_name is None and str(status).startswith("220 "):
            status = rules["greeting"]
        await super().push(status)

    # aiosmtpd knows mechanisms in capitals only, but their case does not matter (RFC 4954).
    async def smtp_AUTH(self, arg):
        mechanism, space, initial = (arg or "").partition(" ")
        await super().smtp_AUTH(mechanism.upper() + space + initial)

    async def smtp_QUIT(self, arg):
        counts["quits"] += 1
        await super().smtp_QUIT(arg)


class Postmaster:
    def __init__(self, folder, is_known):
        self.folder = folder
        self.is_known = is_known
        self.envelopes = open(os.path.join(folder, "envelopes.jsonl"), "a", encoding="ascii", buffering=1)

    async def handle_EHLO(self, server, session, envelope, hostname, offers):
        session.host_name = hostname
        return [offer for offer in offers if offer[4:] not in rules["hidden"]]

    # By OAuth 2: "user=…" or "n,a=…," then "auth=Bearer …", each ended by control A (RFC 7628).
    async def auth_XOAUTH2(self, server, words):
        return self.bearer(words[1], "user=")

    async def auth_OAUTHBEARER(self, server, words):
        return self.bearer(words[1], "n,a=")

    def bearer(self, encoded, before_user):
        parts = base64.b64decode(encoded).decode().split("\x01")
        user = parts[0].removeprefix(before_user).removesuffix(",")
        token = next((part.removeprefix("auth=Bearer ") for part in parts if part.startswith("auth=Bearer ")), "")
        return self.is_known(user, token)

    async def handle_MAIL(self, server, session, envelope, address, options):
        if rules["sender"]:
            return rules["sender"]
        envelope.mail_from = address
        envelope.mail_options.extend(options)
        return "250 OK"

    async def handle_RCPT(self, server, session, envelope, address, options):
        if rules["recipient"]:
            return rules["recipient"]
        envelope.rcpt_tos.append(address)
        envelope.rcpt_options.extend(options)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        counts["mails"] += 1
        if rules["content"]:
            return rules["content"]
        if dice.random() < rules["share"]:
            counts["deferred"] += 1
            return "451 4.3.0 Come again later"
        if rules["end"] == "silent":
            await asyncio.sleep(3600)
        if rules["end"] != "lost":
            self.take(server, session, envelope)
        if rules["end"] in ("lost", "kept"):
            server.transport.abort()
        return "250 OK"

    def take(self, server, session, envelope):
        counts["taken"] += 1
        name = f"{counts['taken']:06}.eml"
        with open(os.path.join(self.folder, name), "wb") as file:
            file.write(envelope.original_content)
        self.envelopes.write(json.dumps({
            "file": name, "connection": server.number, "from": envelope.mail_from, "to": envelope.rcpt_tos,
            "messageId": header(envelope.original_content, b"message-id"),
            "subject": header(envelope.original_content, b"subject"), "isSecure": server.transport.get_extra_info("sslcontext") is not None,
            "options": envelope.mail_options}) + "\n")


def header(content, name):
    for line in content.split(b"\r\n\r\n", 1)[0].split(b"\r\n"):
        if line.lower().startswith(name + b":"):
            return line.split(b":", 1)[1].strip().decode("ascii", "replace")
    return None


def guard(user, password):
    def is_known(told_user, told_password):
        is_right = told_user == user and told_password == password
        counts["signIns"] += is_right
        counts["refusals"] += not is_right
        return AuthResult(success=is_right, handled=is_right)
    return is_known


async def main():
    options = argparse.ArgumentParser()
    options.add_argument("folder")
    options.add_argument("--port", type=int, default=0)
    options.add_argument("--certificate", help="PEM file with certificate and key: STARTTLS is offered")
    options.add_argument("--implicit", action="store_true", help="TLS from the first octet instead")
    options.add_argument("--user")
    options.add_argument("--password", help="or access token")
    options.add_argument("--mechanisms", nargs="*", default=["LOGIN", "PLAIN"], help="such as XOAUTH2")
    options.add_argument("--set", type=json.loads, default={})
    told = options.parse_args()
    change(told.set)
    is_known = guard(told.user, told.password)
    postmaster = Postmaster(told.folder, is_known)
    settings = {"hostname": "smtp.example", "ident": "test", "timeout": 600, "enable_SMTPUTF8": True}
    tls = None
    if told.certificate:
        tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        tls.load_cert_chain(told.certificate)
    if tls and not told.implicit:
        settings["tls_context"] = tls
    if told.user:
        settings.update(
            authenticator=lambda server, session, envelope, mechanism, data:
                is_known(data.login.decode(), data.password.decode()),
            auth_required=True, auth_require_tls=False,
            auth_exclude_mechanism={"LOGIN", "PLAIN", "XOAUTH2", "OAUTHBEARER"} - set(told.mechanisms))

    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: Connection(postmaster, loop=loop, **settings), "127.0.0.1", told.port,
                                      ssl=tls if told.implicit else None)
    print(json.dumps({"port": server.sockets[0].getsockname()[1]}), flush=True)

    commands = asyncio.StreamReader()
    await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(commands), sys.stdin)
    while line := await commands.readline():
        change(json.loads(line))
        print(json.dumps(counts), flush=True)


if __name__ == "__main__":
    logging.disable(logging.WARNING)
    asyncio.run(main())
