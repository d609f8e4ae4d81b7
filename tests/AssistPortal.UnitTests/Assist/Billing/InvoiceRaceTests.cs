using AssistPortal.Assist.Billing;
using AssistPortal.Assist.Desk;
using AssistPortal.Assist.Invoicing;
using AssistPortal.Assist.Packages;
using AssistPortal.Data;
using AssistPortal.Data.Audit;
using AssistPortal.Data.Database;
using AssistPortal.Mail.Queue;
using AssistPortal.TestSupport.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace AssistPortal.UnitTests.Assist.Billing;

/// <summary>Many coordinators at once, each with a context of their own.</summary>
public abstract class InvoiceRaceTests(DatabaseProvider provider) : IAsyncLifetime
{
    private readonly BillingDatabase database = new(provider);

    public Task InitializeAsync() => database.InitializeAsync();

    public Task DisposeAsync() => database.DisposeAsync();

    [DatabaseFact]
    public async Task Twenty_completions_at_once_get_numbers_without_gap_or_twin()
    {
        var orders = new List<Guid>();
        for (var count = 0; count < 20; count++)
        {
            orders.Add(await database.AddOrderAsync());
        }

        // Some others are rolled back, also among the first of the year, whose counter is not there yet.
        var others = new List<Guid>();
        for (var count = 0; count < 5; count++)
        {
            others.Add(await database.AddOrderAsync());
        }

        var rolledBack = others.Select(order => Task.Run(() => database.RollBackAsync(order))).ToList();
        var outcomes = await Task.WhenAll(orders.Select(order => Task.Run(() => database.CompleteAsync(order))));
        await Task.WhenAll(rolledBack);

        Assert.All(outcomes, outcome => Assert.Equal(DeskOutcome.Done, outcome));
        var invoices = await database.InvoicesAsync();
        Assert.Equal(Enumerable.Range(1, 20), invoices.Select(invoice => invoice.Sequence));
        Assert.All(invoices, invoice => Assert.Equal(2027, invoice.Year));
        Assert.Equal(orders.Order(), invoices.Select(invoice => invoice.OrderId).Order());
        Assert.Equal(20, await database.InScopeAsync(scope => scope.GetRequiredService<PortalDbContext>()
            .Set<OutboxMail>().CountAsync(mail => mail.Cause == "invoice.issued")));
    }

    [DatabaseFact]
    public async Task An_order_completed_twice_at_once_has_one_invoice_and_no_number_is_lost()
    {
        var (twice, other) = (await database.AddOrderAsync(), await database.AddOrderAsync());

        var outcomes = await Task.WhenAll(
            Enumerable.Range(0, 6).Select(_ => Task.Run(() => database.CompleteAsync(twice))));
        await database.CompleteAsync(other);

        Assert.Equal(DeskOutcome.Done, Assert.Single(outcomes, outcome => outcome != DeskOutcome.ChangedMeanwhile));
        Assert.Equal(
            [(twice, 1), (other, 2)],
            (await database.InvoicesAsync()).Select(invoice => (invoice.OrderId, invoice.Sequence)));
    }

    [DatabaseFact]
    public async Task Of_credit_notes_at_once_one_is_written()
    {
        var invoice = await database.IssueAsync();

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 5).Select(_ => Task.Run(() => database.CreditAsync(invoice.Id))));

        Assert.Equal("2027-000002", Assert.Single(answers, answer => answer.Outcome == CreditOutcome.Credited).Number);
        Assert.Equal(4, answers.Count(answer => answer.Outcome == CreditOutcome.CreditedAlready));
        var credit = (await database.InvoicesAsync())[1];
        Assert.Equal(
            (InvoiceKind.CreditNote, invoice.Id, -invoice.TotalMinor),
            (credit.Kind, credit.CreditedId, credit.TotalMinor));
        Assert.Equal(CreditOutcome.Gone, (await database.CreditAsync(credit.Id)).Outcome);
        Assert.Equal(
            ["invoice.issued", "invoice.credited"],
            await database.InScopeAsync(scope => scope.GetRequiredService<PortalDbContext>()
                .Set<AuditEntry>()
                    .Where(entry => entry.Subject == nameof(Invoice))
                    .OrderBy(entry => entry.Id)
                    .Select(entry => entry.Action)
                    .ToListAsync()));
    }

    [DatabaseFact]
    public async Task A_year_begins_with_one_in_UTC_and_later_contracts_change_nothing()
    {
        await database.AgreeAsync(7, "TWD");
        await database.AgreeAsync(100_001);
        database.Clock.Reset(Instant.FromUtc(2027, 12, 31, 23, 59));
        await database.IssueAsync();
        await database.AgreeAsync(5);
        database.Clock.Reset(Instant.FromUtc(2028, 1, 1, 0, 0));
        await database.IssueAsync();

        var invoices = await database.InvoicesAsync();
        Assert.Equal(["2027-000001", "2028-000001"], invoices.Select(invoice => invoice.Number));
        Assert.Equal([133_051L, 33_055L], invoices.Select(invoice => invoice.TotalMinor));
        Assert.All(invoices, invoice => Assert.Equal(invoice.TotalMinor, invoice.Lines.Sum(line => line.AmountMinor)));
    }

    [DatabaseFact]
    public async Task Of_corrected_invoices_at_once_one_is_written_and_it_can_be_corrected_again()
    {
        await database.AgreeAsync(100_000);
        var wrong = await database.IssueAsync();
        Assert.Equal(CorrectionOutcome.StillOwed, (await database.CorrectAsync(wrong.Id)).Outcome);
        await database.CreditAsync(wrong.Id);
        await database.AgreeAsync(90_000);
        Assert.Equal(CorrectionOutcome.OtherTotal, (await database.CorrectAsync(wrong.Id, wrong.TotalMinor)).Outcome);

        var answers = await Task.WhenAll(Enumerable.Range(0, 5)
            .Select(_ => Task.Run(() => database.CorrectAsync(wrong.Id, wrong.TotalMinor - 10_000))));

        Assert.Equal(
            "2027-000003", Assert.Single(answers, answer => answer.Outcome == CorrectionOutcome.Issued).Number);
        Assert.Equal(4, answers.Count(answer => answer.Outcome == CorrectionOutcome.IssuedAlready));
        var corrected = (await database.InvoicesAsync())[2];
        Assert.Equal(
            (2, wrong.OrderId, wrong.TotalMinor - 10_000),
            (corrected.Revision, corrected.OrderId, corrected.TotalMinor));

        await database.CreditAsync(corrected.Id);
        Assert.Equal("2027-000005", (await database.CorrectAsync(corrected.Id)).Number);
        Assert.Equal(
            [
                (InvoiceKind.Invoice, 1),
                (InvoiceKind.CreditNote, 1),
                (InvoiceKind.Invoice, 2),
                (InvoiceKind.CreditNote, 2),
                (InvoiceKind.Invoice, 3),
            ],
            (await database.InvoicesAsync()).Select(invoice => (invoice.Kind, invoice.Revision)));
    }

    [DatabaseFact]
    public async Task Of_reopening_and_crediting_at_once_one_takes_the_invoice_back()
    {
        await database.AgreeAsync(100_000);
        var invoice = await database.IssueAsync();
        var reopening = Task.Run(() => database.ReopenAsync(invoice.OrderId));
        var crediting = Task.Run(() => database.CreditAsync(invoice.Id));

        var outcome = (await reopening, (await crediting).Outcome);

        Assert.Contains(
            outcome,
            new[]
            {
                (DeskOutcome.Done, CreditOutcome.CreditedAlready),
                (DeskOutcome.NotPossible, CreditOutcome.Credited),
            });
        Assert.Equal(
            [InvoiceKind.Invoice, InvoiceKind.CreditNote],
            (await database.InvoicesAsync()).Select(item => item.Kind));
    }

    [DatabaseFact]
    public async Task Completing_for_nothing_makes_no_invoice_and_takes_no_number()
    {
        await database.AgreeAsync(new ContractTerms(0, null, 0, new() { [ExtraKind.Rehearsal] = new(0, null) }));
        Assert.Equal(DeskOutcome.Done, await database.CompleteAsync(await database.AddOrderAsync()));
        Assert.Empty(await database.InvoicesAsync());
        await database.AgreeAsync(1);
        Assert.Equal("2027-000001", (await database.IssueAsync()).Number);
    }

    [DatabaseFact]
    public async Task A_number_is_drawn_only_in_a_transaction() => await Assert.ThrowsAsync<InvalidOperationException>(
        () => database.InScopeAsync(
            scope => scope.GetRequiredService<InvoiceNumbers>()
                .DrawAsync(database.Clock.GetCurrentInstant(), default)));
}

public sealed class InvoiceRaceOnSqlite() : InvoiceRaceTests(DatabaseProvider.Sqlite);

public sealed class InvoiceRaceOnPostgreSql() : InvoiceRaceTests(DatabaseProvider.PostgreSql);

public sealed class InvoiceRaceOnSqlServer() : InvoiceRaceTests(DatabaseProvider.SqlServer);
