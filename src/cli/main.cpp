// Where the command line starts.
int main() { return 0; }
