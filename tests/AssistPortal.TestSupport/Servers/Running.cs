using System.Diagnostics;

namespace AssistPortal.TestSupport.Servers;

/// <summary>The processes that were started here: none of them outlives this one, however it ends.</summary>
public static class Running
{
    private static readonly HashSet<Process> Processes = [];

    static Running() => AppDomain.CurrentDomain.ProcessExit += (_, _) => KillAll();

    public static void Add(Process process)
    {
        lock (Processes)
        {
            Processes.Add(process);
        }
    }

    public static void Remove(Process process)
    {
        lock (Processes)
        {
            Processes.Remove(process);
        }
    }

    private static void KillAll()
    {
        lock (Processes)
        {
            foreach (var process in Processes.Where(process => !process.HasExited))
            {
                process.Kill();
            }
        }
    }
}
