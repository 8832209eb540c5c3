import CyclusCLI

CyclusMain.run()
