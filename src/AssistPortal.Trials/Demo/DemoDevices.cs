using AssistPortal.Data;
using AssistPortal.Data.Accounts;
using AssistPortal.Trials.Devices;
using AssistPortal.Trials.HelpDesk;
using AssistPortal.Trials.Lifecycle;
using NodaTime;

namespace AssistPortal.Trials.Demo;

/// <summary>Devices at every state, and what the help desk is asked of them.</summary>
internal static class DemoDevices
{
    private static readonly DeviceState[][] Ways =
    [
        [],
        [DeviceState.InUse],
        [DeviceState.InUse, DeviceState.ReturnAnnounced],
        [DeviceState.InUse, DeviceState.ReturnAnnounced, DeviceState.PickedUp],
        [DeviceState.ReturnAnnounced, DeviceState.PickedUp, DeviceState.Received],
        [DeviceState.ReturnAnnounced, DeviceState.PickedUp, DeviceState.Received, DeviceState.Closed],
        [DeviceState.InUse, DeviceState.Kept],
    ];

    public static void Add(PortalDbContext db, Trial trial, PortalUser customer, PortalUser partner, Instant now)
    {
        var there = Ship(trial.Id, "D20417", Ways.Length, now - Duration.FromDays(40));
        there.MoveTo(ShipmentState.InTransit, now - Duration.FromDays(38));
        there.MoveTo(ShipmentState.Delivered, now - Duration.FromDays(36));
        var underWay = Ship(trial.Id, "D20533", 1, now - Duration.FromDays(2));
        underWay.MoveTo(ShipmentState.InTransit, now - Duration.FromDays(1));
        db.AddRange(there, underWay);
        foreach (var (device, way) in there.Devices.Zip(Ways))
        {
            Walk(db, device, way, customer, now);
        }

        var asker = AskerOf(partner);
        db.Add(new HelpDeskRequest(HelpDeskRequestKind.Shipment, asker, now - Duration.FromHours(30), now + Duration.FromHours(18))
            .About(trial.Id, loanNumber: underWay.LoanNumber, text: "The customer expected it on Monday."));
        var label = there.Devices[1];
        db.Add(new HelpDeskRequest(HelpDeskRequestKind.Label, AskerOf(customer), now - Duration.FromHours(20), now + Duration.FromHours(28))
            .About(trial.Id, label.Id, postalAddress: "Ruth Adler\n12 Pier Road\nPortland", liveKey: $"label:{label.Id:N}"));
    }

    private static Shipment Ship(Guid trialId, string loanNumber, int devices, Instant at)
    {
        var shipment = new Shipment(trialId, loanNumber, "Swift Parcel", "+1 555 0199", $"SP{loanNumber[1..]}77", at);
        for (var place = 0; place < devices; place++)
        {
            shipment.Add(place % 2 == 0 ? "Desk Pro" : "Room Kit", $"FOC{loanNumber[1..]}{place}", at);
        }

        return shipment;
    }

    private static void Walk(PortalDbContext db, Device device, DeviceState[] way, PortalUser customer, Instant now)
    {
        DeviceReturn? back = null;
        foreach (var (place, state) in way.Index())
        {
            var at = now - Duration.FromDays(20 - (place * 4));
            device.GoOn(state, at);
            if (state == DeviceState.ReturnAnnounced)
            {
                back = new DeviceReturn(device.Id, $"RMA{device.SerialNumber[3..]}", at);
                db.AddRange(back, new HelpDeskRequest(HelpDeskRequestKind.Return, AskerOf(customer), at, at + Duration.FromDays(10))
                    .About(device.TrialId, device.Id, liveKey: $"return:{device.Id:N}"));
            }
            else if (state is DeviceState.PickedUp or DeviceState.Received or DeviceState.Closed)
            {
                back!.Note(state, at);
            }
        }

        foreach (var request in db.ChangeTracker.Entries<HelpDeskRequest>().Select(entry => entry.Entity)
            .Where(request => request.DeviceId == device.Id && device.State == DeviceState.Closed).ToList())
        {
            request.Close(customer.Id, "", now - Duration.FromDays(4));
        }
    }

    private static HelpDeskAsker AskerOf(PortalUser user) =>
        new(user.Id, user.Email!, PersonName.Of(user.FirstName, user.LastName), "en");
}
