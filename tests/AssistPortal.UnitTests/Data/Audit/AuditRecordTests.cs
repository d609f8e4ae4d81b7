using System.Globalization;
using AssistPortal.Assist.Desk.Audit;
using AssistPortal.Assist.Invoicing.Audit;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Sites.Audit;
using AssistPortal.Data;
using AssistPortal.Data.Audit;
using AssistPortal.Data.Database;
using AssistPortal.UnitTests.Architecture;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.UnitTests.Data.Audit;

public sealed class AuditRecordTests
{
    private static readonly AuditRecords Known =
        new(Assemblies.BelowWeb.Select(assembly => new EntityAssembly(assembly)));
    private static readonly Guid Actor = Guid.Parse("01234567-89ab-7def-8000-000000000002");
    private static readonly Instant Now = Instant.FromUtc(2027, 3, 14, 15, 9);

    public static TheoryData<string> Actions => [.. Known.Actions];

    [Theory]
    [MemberData(nameof(Actions))]
    public void A_record_is_read_as_it_was_written(string action)
    {
        foreach (var isSparse in new[] { false, true })
        {
            var record = new SampleRecords(isSparse).Of(AuditTests.Records.Single(type => Key(type) == action));
            var entry = new AuditEntry(
                Now, AuditActor.User(Actor), action, record.Subject, record.SubjectId, AuditJson.Write(record));

            var read = Known.Read(entry);

            Assert.IsType(record.GetType(), read);
            Assert.Equal((record.Subject, record.SubjectId), (read.Subject, read.SubjectId));
            Assert.Equal(entry.Details, AuditJson.Write(read));
            Assert.Equal(Values(record), Values(read));
        }
    }

    [Fact]
    public void What_is_no_such_record_is_told_as_none()
    {
        Assert.Null(Read("order.unknown", "{}"));
        Assert.Null(Read("order.note-added", "no JSON"));
        Assert.Null(Read("order.note-added", "null"));
        Assert.Null(Read("order.note-added", $$"""{"OrderId":"{{Actor}}"}"""));
        Assert.Null(Read("order.attention-settled", $$"""{"OrderId":"{{Actor}}","Reason":"Rain"}"""));
        Assert.NotNull(Read("invoice.issued", InvoiceOf("USD 1.00")));
        Assert.Null(Read("invoice.issued", InvoiceOf("much")));
        Assert.Null(Read("invoice.issued", InvoiceOf("USD 99999999999999999999")));
    }

    [Fact]
    public void Only_what_differs_of_a_snapshot_is_told_and_all_of_other_details()
    {
        var record = new SiteChanged(3, Change.Between(Site("甲", "a", "b"), Site("乙", "a", "b")));
        var details = AuditDetails.Of(EntryOf(record), record);

        Assert.Equal("""{"before":{"Name":"甲"},"after":{"Name":"乙"}}""", details.ToJson());
        Assert.Equal("甲", (string?)details.Changes.Single().Before);
        Assert.Equal(
            """["a","b"]""",
            DetailsOf(new SiteAdded(3, Change.Added(Site("甲", "a", "b")))).Changes[^1].After!.ToJsonString());
        Assert.Equal(
            """{"before":{"Answer":"Open"},"after":{"Answer":"Open"}}""",
            DetailsOf(
                new OrderLanguageAnswered(Actor, Change.Between(LanguageAnswer.Open, LanguageAnswer.Open))).ToJson());
        Assert.Equal(
            [new AuditFact("length", 5).ToString()],
            DetailsOf(new OrderNoteAdded(Actor, 5)).Facts.Select(fact => fact.ToString()));
    }

    [Fact]
    public async Task A_change_that_changes_nothing_is_none_but_an_answer_may_be_given_again()
    {
        using var file = new PortalFile(DatabaseProvider.Sqlite);
        await using var db = file.NewContext();

        Assert.False(db.Audit(new SiteChanged(3, Change.Between(Site("甲", "a"), Site("甲", "a"))), Actor, Now));
        Assert.Empty(db.ChangeTracker.Entries<AuditEntry>());
        Assert.True(db.Audit(new SiteChanged(3, Change.Between(Site("甲", "a"), Site("甲", "a", "b"))), Actor, Now));
        var answer = Change.Between(LanguageAnswer.Confirmed, LanguageAnswer.Confirmed);
        Assert.True(db.Audit(new OrderLanguageAnswered(Actor, answer), AuditActor.Visitor(Actor), Now));
        await db.SaveChangesAsync();

        var entries = await db.AuditEntries.AsNoTracking().OrderBy(entry => entry.Id).ToListAsync();
        Assert.Equal(
            [
                ("site.changed", "Site", "3", Actor, null),
                ("order.language-answered", "Order", $"{Actor}", null, (Guid?)Actor),
            ],
            entries.Select(entry => (entry.Action, entry.Subject, entry.SubjectId, entry.ActorId, entry.AccessId)));
    }

    [Fact]
    public void An_amount_keeps_the_digits_of_its_currency_whatever_the_culture()
    {
        var culture = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
        try
        {
            var record = new InvoiceIssued(Actor, "2027-000001", Actor, new Money(-1_250_505, "KWD"));
            Assert.Contains("KWD -1250.505", AuditJson.Write(record), StringComparison.Ordinal);
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    private static string InvoiceOf(string total) =>
        $$"""{"InvoiceId":"{{Actor}}","Number":"1","OrderId":"{{Actor}}","Total":"{{total}}"}""";

    private static string Key(Type type) => type.GetCustomAttributes(false).OfType<AuditActionAttribute>().Single().Key;

    private static IEnumerable<string> Values(AuditRecord record) =>
        AuditFields.Of(record).Select(field => $"{field.Name} {field.Value?.ToJsonString()}");

    private static AuditRecord? Read(string action, string details) =>
        Known.Read(new AuditEntry(Now, AuditActor.Portal, action, "Order", "1", details));

    private static AuditEntry EntryOf(AuditRecord record) =>
        new(Now, AuditActor.Portal, Key(record.GetType()), record.Subject, record.SubjectId, AuditJson.Write(record));

    private static AuditDetails DetailsOf(AuditRecord record) => AuditDetails.Of(EntryOf(record), record);

    private static SiteSnapshot Site(string name, params string[] packages) =>
        new(name, "a.example", "USD", IsActive: true, packages);
}
