// Where the page's program starts.
int main() { return 0; }
