using FsCheck;
using FsCheck.Fluent;

namespace AssistPortal.UnitTests.Trials.Simulation;

/// <summary>One made-up trial, and what people do with it.</summary>
/// <param name="Number">Which one.</param>
/// <param name="StartsAfter">Hours from the beginning of the simulation.</param>
/// <param name="Zone">IANA zone of the customer.</param>
/// <param name="LengthDays">One of the lengths that there are.</param>
/// <param name="HasCall">Whether it has phone numbers.</param>
/// <param name="Acts">Hours from its start, and what is done then.</param>
internal sealed record TrialScript(
    int Number,
    int StartsAfter,
    string Zone,
    int LengthDays,
    bool HasCall,
    IReadOnlyList<(int After, TrialAct Act)> Acts)
{
    private static readonly string[] Zones =
    [
        "Etc/UTC", "America/Los_Angeles", "Asia/Tokyo", "Pacific/Honolulu", "Africa/Cairo", "America/Havana",
        "Asia/Kathmandu",
        "Australia/Lord_Howe", "Pacific/Kiritimati",
    ];

    /// <summary>Some of them, the same for the same seed.</summary>
    public static IReadOnlyList<TrialScript> Some(int count, ulong seed) =>
        [.. Of().Sample(count, new Rnd(seed, 1), 50).Select((script, at) => script with { Number = at })];

    private static Gen<TrialScript> Of() =>
        from starts in Gen.Choose(0, 60 * 24)
        from zone in Gen.Elements(Zones)
        from length in Gen.Elements(30, 30, 60, 90)
        from call in Gen.Elements(true, false)
        from acts in SomeActs()
        select new TrialScript(0, starts, zone, length, call, acts);

    private static Gen<List<(int After, TrialAct Act)>> SomeActs() =>
        from count in Gen.Choose(0, 5)
        from acts in Gen.ListOf(
            from after in Gen.Choose(1, 140 * 24)
            from act in Gen.Elements(
                TrialAct.Extend, TrialAct.Extend, TrialAct.Convert, TrialAct.AddAdministrator,
                TrialAct.RemoveAdministrator,
                TrialAct.AddUser, TrialAct.AddUsage)
            select (after, act),
            count)
        select acts.OrderBy(pair => pair.after).ToList();
}

internal enum TrialAct
{
    Extend,
    Convert,
    AddAdministrator,

    /// <summary>The last one that was added; the first stays.</summary>
    RemoveAdministrator,
    AddUser,
    AddUsage,
}
