using AssistPortal.Data.Accounts;

namespace AssistPortal.Assist.Demo;

/// <summary>The accounts of the assist service in the demo data.</summary>
internal static class DemoHosts
{
    public const string Host = "host@demo.example";
    public const string OtherHost = "host2@demo.example";
    public const string Coordinator = "coordinator@demo.example";
    public const string Producer = "producer@demo.example";

    public const string Sophia = "sophia.grant@northwind.example";
    public const string Daniel = "daniel.okafor@northwind.example";
    public const string Wanting = "wanting.hsu@formosa.example";
    public const string Chiahao = "chiahao.liao@formosa.example";

    private const string NewYork = "America/New_York";
    private const string Taipei = "Asia/Taipei";

    public static readonly IReadOnlyList<DemoAccount> Accounts =
    [
        new(Host, "Hannah", "Brooks", AssistRoles.Host)
        {
            Company = DemoSites.NorthwindName, Phone = "+1 212 555 0142", TimeZone = NewYork,
        },
        new(OtherHost, "Ya-ting", "Kuo", AssistRoles.Host)
        {
            Company = DemoSites.FormosaName, Phone = "+1 212 555 0143", TimeZone = Taipei,
        },
        new(Coordinator, "Miriam", "Falk", AssistRoles.Coordinator)
        {
            Company = "Assist Services", Phone = "+1 212 555 0100",
        },
        new(Producer, "Olivia", "Carter", AssistRoles.Producer)
        {
            Company = "Assist Services", Phone = "+1 212 555 0101", TimeZone = NewYork,
        },
        new(Sophia, "Sophia", "Grant", AssistRoles.Host)
        {
            Company = DemoSites.NorthwindName, Phone = "+1 212 555 0144", TimeZone = NewYork, IsAnnounced = false,
        },
        new(Daniel, "Daniel", "Okafor", AssistRoles.Host)
        {
            Company = DemoSites.NorthwindName,
            Phone = "+1 312 555 0145",
            TimeZone = "America/Chicago",
            IsAnnounced = false,
        },
        new(Wanting, "Wan-ting", "Hsu", AssistRoles.Host)
        {
            Company = DemoSites.FormosaName, Phone = "+1 212 555 0146", TimeZone = Taipei, IsAnnounced = false,
        },
        new(Chiahao, "Chia-hao", "Liao", AssistRoles.Host)
        {
            Company = DemoSites.FormosaName, Phone = "+1 212 555 0147", TimeZone = Taipei, IsAnnounced = false,
        },
    ];
}
