using System.Runtime.InteropServices;
using AssistPortal.Benchmarks;
using AssistPortal.Benchmarks.Measuring;
using AssistPortal.Benchmarks.Servers;

// Ctrl+C and SIGTERM end it as a failure does: servers are stopped, folders and databases go.
using var stop = new CancellationTokenSource();
void Stop(PosixSignalContext context)
{
    context.Cancel = true;
    stop.Cancel();
}

using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
try
{
    var arguments = Arguments.Parse(args);
    if (arguments.Command is "help" or "--help")
    {
        Console.WriteLine(Benchmark.Usage);
        return 0;
    }

    Machine.Print();
    var recorded = RecordedRun.Read(
        Path.Combine(Repository.Root(), "tests/AssistPortal.Benchmarks/recorded.json"),
        $"{arguments.Command} {arguments.Provider}");
    var figures = new Figures(recorded);
    await Benchmark.RunAsync(arguments, figures, stop.Token);
    if (arguments.Text("record") == "yes")
    {
        recorded.Save();
    }

    return figures.AllMet ? 0 : 1;
}
catch (UsageException wrong)
{
    Console.Error.WriteLine($"{wrong.Message}\n\n{Benchmark.Usage}");
    return 2;
}
catch (OperationCanceledException) when (stop.IsCancellationRequested)
{
    return 130;
}
finally
{
    Publications.DeleteAll();
}
