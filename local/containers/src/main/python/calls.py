"""Calls of the AWS API: one JSON line {service, operation, arguments} in, one JSON line out.

The services are those that set up and change a stack. MiniStack brings this SDK along; the Java one
would be four more dependencies for tests alone.
"""
import json
import sys

import boto3

clients = {}
for line in sys.stdin:
    call = json.loads(line)
    service = call["service"]
    client = clients.setdefault(service, clients.get(service) or boto3.client(service))
    try:
        answer = {"answer": getattr(client, call["operation"])(**call["arguments"])}
    except Exception as e:  # Whatever it is: the caller decides.
        answer = {"error": f"{type(e).__name__}: {e}"}
    print(json.dumps(answer, default=str), flush=True)
