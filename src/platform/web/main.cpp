// Where the page's program starts.
#include <memory>

#include "imgui.h"
#include "platform/web/page.h"
#include "platform/web/screen.h"

extern "C" void leadlight_boot_no_webgl();

int main() {
  using leadlight::web::Page;
  using leadlight::web::Screen;

  ImGui::CreateContext();
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.LogFilename = nullptr;
  io.ConfigFlags = ImGuiConfigFlags_NoMouseCursorChange;  // and no navigation of ImGui's own
  io.BackendPlatformName = "leadlight";

  auto screen = std::make_unique<Screen>();
  if (!screen->available()) {
    leadlight_boot_no_webgl();
    return 1;
  }
  // Both live as long as the page does; main returns and events take over.
  auto page = std::make_unique<Page>(*screen.release());
  page.release()->start();
  return 0;
}
