using AssistPortal.Data;
using AssistPortal.Mail.Queue;
using AssistPortal.Trials.Buying;
using AssistPortal.Trials.Checking;
using AssistPortal.Trials.Converting;
using AssistPortal.Trials.Devices;
using AssistPortal.Trials.Ending;
using AssistPortal.Trials.Lifecycle;
using AssistPortal.Trials.Notices;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.UnitTests.Checking;

/// <summary>Each kind of fault is made among sound trials, and found.</summary>
public sealed class TrialCheckTests : IAsyncLifetime
{
    private readonly CheckedTrials trials = new();

    public static TheoryData<string> Kinds => [.. Enum.GetNames<TrialFinding>()];

    public Task InitializeAsync() => trials.InitializeAsync();

    public Task DisposeAsync() => trials.DisposeAsync();

    [Fact]
    public async Task Trials_that_time_and_people_have_brought_here_are_sound()
    {
        var report = await trials.CheckAsync();
        Assert.Empty(report.Findings);
        Assert.Equal((3L, 7L, 2L), (report.Read["trials"], report.Read["notices"], report.Read["devices"]));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_fault_is_found(string kind)
    {
        var expected = await trials.Database.ReadAsync(db => MakeAsync(Enum.Parse<TrialFinding>(kind), db));
        Assert.Equal(
            expected.Append(Enum.Parse<TrialFinding>(kind)).Select(item => $"{item}").Order(StringComparer.Ordinal),
            (await trials.CheckAsync()).Findings.Select(finding => finding.Kind)
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal));
    }

    /// <returns>What goes wrong along with it.</returns>
    private async Task<TrialFinding[]> MakeAsync(TrialFinding kind, PortalDbContext db)
    {
        var (active, paid, ended) = (Rows(db, trials.Active), Rows(db, trials.Paid), Rows(db, trials.Ended));
        var now = trials.Database.Clock.GetCurrentInstant();
        switch (kind)
        {
            case TrialFinding.WrongTrialEnd:
                await active.ExecuteUpdateAsync(set => set.SetProperty(trial => trial.LengthDays, 60));
                return [];
            case TrialFinding.WrongTrialMoment:
                await active.ExecuteUpdateAsync(set => set.SetProperty(trial => trial.Within14At, now));
                return [];
            case TrialFinding.WrongNextDue:
                await active.ExecuteUpdateAsync(set => set.SetProperty(trial => trial.NextDueAt, (Instant?)null));
                return [];
            case TrialFinding.TrialStepAtWrongTime:
                Instant? early = trials.Ended.EndsAt;
                await ended.ExecuteUpdateAsync(set => set.SetProperty(trial => trial.EndedAt, early));
                return [];
            case TrialFinding.TrialStepsOutOfOrder:
                await ended.ExecuteUpdateAsync(set => set.SetProperty(trial => trial.SettledAt, (Instant?)null));
                return [TrialFinding.WrongNextDue];
            case TrialFinding.TrialPaidAndEnded:
                Instant? converted = trials.Ended.EndsAt;
                await ended.ExecuteUpdateAsync(set => set.SetProperty(trial => trial.ConvertedAt, converted));
                return [TrialFinding.PaidWithoutOrder];
            case TrialFinding.PaidWithoutOrder:
                await db.Set<PurchaseOrder>().ExecuteDeleteAsync();
                return [];
            case TrialFinding.EndWithoutTombstone:
                await db.Set<Tombstone>().ExecuteDeleteAsync();
                return [];
            case TrialFinding.EndedTrialLives:
                db.Add(new PurchaseRequest { TrialId = trials.Ended.Id, Day = default, UserId = default, At = now });
                break;
            case TrialFinding.NumbersNotReleased:
                db.Add(new TrialNumber(trials.Ended.Id, "+15550100"));
                break;
            case TrialFinding.TwoLiveTrials:
                db.Add(Trial.Begin(trials.StartLike(trials.Active), now));
                break;
            default:
                return await MakeOfNoticesAsync(kind, db);
        }

        await db.SaveChangesAsync();
        return [];
    }

    private async Task<TrialFinding[]> MakeOfNoticesAsync(TrialFinding kind, PortalDbContext db)
    {
        var soon = db.Set<TrialNotice>().Where(notice => notice.TrialId == trials.Paid.Id);
        switch (kind)
        {
            case TrialFinding.NoticeTwice:
                await AddNoticeAsync(db, CheckedTrials.PaidEmail.ToUpperInvariant());
                return [TrialFinding.NoticeOvertaken];
            case TrialFinding.NoticeOvertaken:
                await AddNoticeAsync(db, "somebody@paid.example");
                return [];
            case TrialFinding.NoticeTooEarly:
                var early = trials.Paid.CreatedAt;
                await soon.ExecuteUpdateAsync(set => set.SetProperty(notice => notice.DueAt, early));
                return [];
            case TrialFinding.NoticeNotMailedOnce:
                await db.Set<OutboxMail>().Where(mail => mail.Recipient == CheckedTrials.PaidEmail)
                    .ExecuteDeleteAsync();
                return [];
            default:
                return await MakeOfDevicesAsync(kind, db);
        }
    }

    private async Task<TrialFinding[]> MakeOfDevicesAsync(TrialFinding kind, PortalDbContext db)
    {
        switch (kind)
        {
            case TrialFinding.DeviceOfOtherTrial:
                await db.Set<Device>().ExecuteUpdateAsync(
                    set => set.SetProperty(device => device.TrialId, trials.Paid.Id));
                return [];
            case TrialFinding.DeviceApartFromShipment:
                await db.Set<Shipment>().ExecuteUpdateAsync(
                    set => set.SetProperty(shipment => shipment.State, ShipmentState.InTransit));
                return [];
            case TrialFinding.DeviceLentTwice:
                var shipment = new Shipment(
                    trials.Paid.Id, "D2", "Swift Parcel", "+1 555 0199", "2", trials.Paid.CreatedAt);
                shipment.Add("Desk Pro", "FOC77", trials.Paid.CreatedAt);
                db.Add(shipment);
                await db.SaveChangesAsync();

                // The database refuses two of one key.
                var same = CheckedTrials.SerialNumber.ToLowerInvariant();
                await db.Set<Device>().Where(device => device.ShipmentId == shipment.Id)
                    .ExecuteUpdateAsync(set => set.SetProperty(device => device.SerialNumber, same));
                return [TrialFinding.WrongDeviceKey];
            case TrialFinding.WrongDeviceKey:
                await db.Set<Device>()
                    .ExecuteUpdateAsync(set => set.SetProperty(device => device.OutKey, (string?)null));
                return [];
            case TrialFinding.WrongDeviceReturn:
                await db.Set<DeviceReturn>().ExecuteDeleteAsync();
                return [];
            case TrialFinding.DeviceKeptAbroad:
                await db.Set<Device>().Where(device => device.State == DeviceState.InUse)
                    .ExecuteUpdateAsync(set => set
                        .SetProperty(device => device.State, DeviceState.Kept)
                        .SetProperty(device => device.OutKey, (string?)null));
                return [];
            default:
                throw new ArgumentOutOfRangeException(nameof(kind), kind, "Nobody makes it.");
        }
    }

    private async Task AddNoticeAsync(PortalDbContext db, string recipient)
    {
        var reader = new TrialNoticeReader(TrialNoticeAudience.Customer, recipient, "", "en");
        db.Add(new TrialNotice(
            trials.Paid.Id, TrialNoticeKind.EndsSoon, trials.Paid.EndDate, reader, trials.Paid.EndsAt));
        await db.SaveChangesAsync();
    }

    private static IQueryable<Trial> Rows(PortalDbContext db, Trial trial) =>
        db.Set<Trial>().Where(row => row.Id == trial.Id);
}
