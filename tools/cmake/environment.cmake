# Reads what tools/setup.sh found. Without it, the tools must be on PATH.
if(DEFINED ENV{LEADLIGHT_CACHE})
  set(LEADLIGHT_CACHE "$ENV{LEADLIGHT_CACHE}")
elseif(DEFINED ENV{XDG_CACHE_HOME})
  set(LEADLIGHT_CACHE "$ENV{XDG_CACHE_HOME}/leadlight")
else()
  set(LEADLIGHT_CACHE "$ENV{HOME}/.cache/leadlight")
endif()
include("${LEADLIGHT_CACHE}/env.cmake" OPTIONAL)
