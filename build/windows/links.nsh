; Part of the Windows installer. Since Windows 10 a program is offered for telephone links only where it has told the system what it can open;
; what the app asks for when it runs (electron/desktop/links.ts) is not enough. Nobody is overruled: a person chooses in "Default apps".

!define LINKS_KEY "Software\${APP_ID}\Capabilities"
!define LINKS_CLASS "${APP_ID}.link"

!macro customInstall
  WriteRegStr SHELL_CONTEXT "Software\Classes\${LINKS_CLASS}" "" "URL:${PRODUCT_NAME}"
  WriteRegStr SHELL_CONTEXT "Software\Classes\${LINKS_CLASS}" "URL Protocol" ""
  WriteRegStr SHELL_CONTEXT "Software\Classes\${LINKS_CLASS}\DefaultIcon" "" "$INSTDIR\${APP_EXECUTABLE_FILENAME},0"
  ; Behind -- nothing is a switch, whatever a link looks like.
  WriteRegStr SHELL_CONTEXT "Software\Classes\${LINKS_CLASS}\shell\open\command" "" `"$INSTDIR\${APP_EXECUTABLE_FILENAME}" -- "%1"`
  WriteRegStr SHELL_CONTEXT "${LINKS_KEY}" "ApplicationName" "${PRODUCT_NAME}"
  WriteRegStr SHELL_CONTEXT "${LINKS_KEY}" "ApplicationDescription" "${PRODUCT_NAME}"
  WriteRegStr SHELL_CONTEXT "${LINKS_KEY}\URLAssociations" "tel" "${LINKS_CLASS}"
  WriteRegStr SHELL_CONTEXT "${LINKS_KEY}\URLAssociations" "callto" "${LINKS_CLASS}"
  WriteRegStr SHELL_CONTEXT "Software\RegisteredApplications" "${PRODUCT_NAME}" "${LINKS_KEY}"
  ; "What opens what has changed": without it the list is old until the person signs in again.
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, i 0, i 0)'
!macroend

!macro customUnInstall
  ; An update takes the old version away first: who was chosen stays chosen.
  ${ifNot} ${isUpdated}
    DeleteRegValue SHELL_CONTEXT "Software\RegisteredApplications" "${PRODUCT_NAME}"
    DeleteRegKey SHELL_CONTEXT "Software\${APP_ID}"
    DeleteRegKey SHELL_CONTEXT "Software\Classes\${LINKS_CLASS}"
    System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, i 0, i 0)'
  ${endIf}
!macroend
