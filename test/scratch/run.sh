#!/bin/sh
exec node -C plivo-jsx-source --import tsx "$@"
