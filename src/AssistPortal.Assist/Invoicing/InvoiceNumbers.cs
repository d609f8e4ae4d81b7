using AssistPortal.Assist.Billing;
using AssistPortal.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using NodaTime;

namespace AssistPortal.Assist.Invoicing;

/// <summary>
/// Draws the numbers of invoices, without gap in a year. Whoever draws one has the year's counter until the transaction
/// ends: the others wait, and a rollback gives the number back.
/// </summary>
internal sealed class InvoiceNumbers(PortalDbContext db, DbContextOptions<PortalDbContext> options)
{
    /// <summary>The next number of the year, in the caller's transaction.</summary>
    /// <exception cref="InvalidOperationException">There is no transaction.</exception>
    public async Task<InvoiceNumber> DrawAsync(Instant now, CancellationToken cancellationToken)
    {
        var transaction = db.Database.CurrentTransaction
            ?? throw new InvalidOperationException("An invoice's number is drawn in the transaction that writes it.");
        var year = now.InUtc().Year;
        var counter = db.Set<InvoiceCounter>().Where(item => item.Year == year);
        if (await RaiseAsync(counter, cancellationToken) == 0)
        {
            await BeginAsync(year, transaction, cancellationToken);
            if (await RaiseAsync(counter, cancellationToken) == 0)
            {
                throw new InvalidOperationException($"The numbers of {year} could not be begun.");
            }
        }

        return new InvoiceNumber(year, await counter.Select(item => item.Last).SingleAsync(cancellationToken));
    }

    private static Task<int> RaiseAsync(IQueryable<InvoiceCounter> counter, CancellationToken cancellationToken) =>
        counter.ExecuteUpdateAsync(
            change => change.SetProperty(item => item.Last, item => item.Last + 1), cancellationToken);

    /// <summary>
    /// A year's first invoice. It is saved by a context of its own on the same connection: what the caller has not
    /// saved yet stays the caller's, and when somebody else is faster, only this goes back to its savepoint.
    /// </summary>
    private async Task BeginAsync(int year, IDbContextTransaction transaction, CancellationToken cancellationToken)
    {
        await using var beside = new PortalDbContext(options);
        beside.Database.SetDbConnection(db.Database.GetDbConnection());
        await beside.Database.UseTransactionAsync(transaction.GetDbTransaction(), cancellationToken);
        beside.Add(new InvoiceCounter { Year = year });
        try
        {
            await beside.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            // Somebody else has begun the year meanwhile.
        }
    }
}
