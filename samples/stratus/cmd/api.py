# SPDX-License-Identifier: Apache-2.0

"""Starts the API. Reads options, declares none."""

from stratus import conf

CONF = conf.CONF


def main(server):
    CONF.log_opt_values(server.log, 10)
    server.listen(CONF.api.bind_host, CONF.api.bind_port, processes=CONF.api.workers)
