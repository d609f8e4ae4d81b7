using AssistPortal.Assist.Demand;
using AssistPortal.Assist.Packages;
using AssistPortal.Assist.Scheduling;
using AssistPortal.Data.Accounts;
using NodaTime;

namespace AssistPortal.Assist.Demo;

/// <summary>Times of the last weeks that were wished for in vain, in the demo data.</summary>
internal static class DemoWishes
{
    private const string NewYork = "America/New_York";
    private const string Taipei = "Asia/Taipei";

    private static readonly
        (int DaysAgo, string Package, int DaysAhead, int Hour, string Zone, NobodyReason Reason)[] Wishes =
    [
        (1, "ec-premium", 20, 9, NewYork, NobodyReason.AllTaken),
        (2, "tc-premium", 19, 9, NewYork, NobodyReason.AllTaken),
        (4, "ec-premium", 26, 10, NewYork, NobodyReason.AllTaken),
        (8, "mc-premium", 15, 9, NewYork, NobodyReason.AllTaken),
        (9, "ec-premium", 30, 9, NewYork, NobodyReason.AllTaken),
        (12, "tc-premium", 17, 21, Taipei, NobodyReason.NoProducerWorks),
        (17, "ec-standard", 21, 21, Taipei, NobodyReason.NoProducerWorks),
        (23, "ec-premium", 18, 10, NewYork, NobodyReason.AllTaken),
        (25, "tc-premium", 24, 21, Taipei, NobodyReason.NoProducerWorks),
        (37, "ec-premium", 28, 9, NewYork, NobodyReason.AllTaken),
        (38, "ec-premium", 16, 10, NewYork, NobodyReason.AllTaken),
        (52, "mc-premium", 33, 22, Taipei, NobodyReason.NoProducerWorks),
        (60, "ec-standard", 20, 9, NewYork, NobodyReason.AllTaken),
    ];

    private static readonly string[] InNewYork = [DemoHosts.Sophia, DemoHosts.Daniel];

    private static readonly string[] InTaipei = [DemoHosts.Wanting, DemoHosts.Chiahao];

    /// <summary>The wishes, not saved yet: of hosts in turn, of each one for a start.</summary>
    /// <param name="packages">The catalogue by code.</param>
    /// <param name="users">The accounts by address.</param>
    /// <param name="now">They are counted from here.</param>
    public static IEnumerable<UnmetWish> Create(
        IReadOnlyDictionary<string, ServicePackage> packages,
        IReadOnlyDictionary<string, PortalUser> users,
        Instant now) =>
        Wishes.Select((wish, number) => new UnmetWish
        {
            At = now - Duration.FromDays(wish.DaysAgo),
            PackageId = packages[wish.Package].Id,
            WisherId = users[(wish.Zone == Taipei ? InTaipei : InNewYork)[number % 2]].Id,
            Start = DemoDays.Workday(now, wish.Zone, wish.DaysAhead - wish.DaysAgo, new LocalTime(wish.Hour, 0)),
            DurationMinutes = 60,
            Reason = wish.Reason,
        }).DistinctBy(wish => (wish.WisherId, wish.Start));
}
