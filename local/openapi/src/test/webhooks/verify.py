"""Verifies a message with the standard's own library: verify.py FOLDER SECRET...

FOLDER has the message: headers.json and body. Each secret must verify it; no other secret, no
other body and no other time may.
"""

import json
import sys
from pathlib import Path

from standardwebhooks.webhooks import Webhook, WebhookVerificationError

folder = Path(sys.argv[1])
headers = json.loads((folder / "headers.json").read_text())
body = (folder / "body").read_bytes().decode()


def refused(secret, changed_body, changed_headers):
    try:
        Webhook(secret).verify(changed_body, changed_headers)
    except WebhookVerificationError:
        return True
    return False


for secret in sys.argv[2:]:
    assert Webhook(secret).verify(body, headers)["type"] == "webhook.test"
    assert refused(secret, body + " ", headers)
    assert refused(secret, body, headers | {"webhook-id": "another"})
    assert refused(secret, body, headers | {"webhook-timestamp": "1614265330"})
assert refused("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", body, headers)
print("verified")
